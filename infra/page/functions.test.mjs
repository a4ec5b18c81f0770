/** The CloudFront functions, on events as CloudFront gives them: node --test infra/page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const load = (name) => new Function(`${readFileSync(new URL(name, import.meta.url), 'utf8')}\nreturn handler;`)();
const event = (uri, cookies = {}, headers = {}) => ({ request: { method: 'GET', uri, headers, cookies, querystring: {} } });
const signedIn = load('signed-in.js');
const askToSignIn = load('ask-to-sign-in.js');
const COOKIE = { '__Host-hangtag': { value: 'a.b.c' }, theme: { value: 'dark' } };

test('hands the cookie to the API as a token, and the cookie itself to nobody', () => {
  const request = signedIn(event('/api/photos', { ...COOKIE }));
  assert.deepEqual(request.headers.authorization, { value: 'Bearer a.b.c' });
  assert.deepEqual(Object.keys(request.cookies), ['theme']);
});

test('leaves a token alone that a script sends by itself', () => {
  const request = signedIn(event('/api/photos', { ...COOKIE }, { authorization: { value: 'Bearer own' } }));
  assert.equal(request.headers.authorization.value, 'Bearer own');
});

test('sends no token for who is not signed in', () => {
  assert.deepEqual(signedIn(event('/api/photos')).headers, {});
});

test('asks who is not signed in to do so', () => {
  for (const uri of ['/', '/index.html']) {
    const response = askToSignIn(event(uri));
    assert.equal(response.statusCode, 302);
    assert.equal(response.headers.location.value, '/sign-in.html');
  }
});

test('lets in who is signed in, and everybody to sign in', () => {
  assert.equal(askToSignIn(event('/', { ...COOKIE })).uri, '/');
  for (const uri of ['/sign-in.html', '/sign-in.js', '/static/bundle/app.js']) assert.equal(askToSignIn(event(uri)).uri, uri);
});
