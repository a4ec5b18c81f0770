/**
 * Signs a person in at the user pool, by authorization code with proof key (RFC 7636), and keeps the access token in a cookie
 * that CloudFront hands to the API (signed-in.js). SameSite=Strict: no other site can send it along.
 * `/sign-in.html` signs in, `/sign-in.html?out` signs out.
 */

const COOKIE = '__Host-hangtag';
const KEPT = 'hangtag-sign-in';
const HERE = location.origin + location.pathname;

/** Written by `make -C infra/page publish`: authorize, token, logout (URLs) and client (id). */
const settings = async () => (await fetch('/sign-in.json')).json();

const text = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const random = () => text(crypto.getRandomValues(new Uint8Array(32)));

const cookie = (value, seconds) => `${COOKIE}=${value}; Path=/; Secure; SameSite=Strict; Max-Age=${seconds}`;

async function ask({ authorize, client }) {
  const kept = { verifier: random(), state: random() };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(kept.verifier));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: HERE,
    scope: 'openid',
    state: kept.state,
    code_challenge_method: 'S256',
    code_challenge: text(challenge),
  });
  location.replace(`${authorize}?${query}`);
}

async function redeem({ token, client }, query) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  sessionStorage.removeItem(KEPT);
  if (!kept.state || kept.state !== query.get('state')) throw new Error('this answer belongs to no question of this tab');
  const response = await fetch(token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      redirect_uri: HERE,
      code: query.get('code'),
      code_verifier: kept.verifier,
    }),
  });
  if (!response.ok) throw new Error(`the user pool answered ${response.status}`);
  const answer = await response.json();
  document.cookie = cookie(answer.access_token, answer.expires_in);
  location.replace('/');
}

async function leave({ logout, client }) {
  document.cookie = cookie('', 0);
  location.replace(`${logout}?${new URLSearchParams({ client_id: client, logout_uri: HERE })}`);
}

async function start() {
  const query = new URLSearchParams(location.search);
  if (query.has('error')) throw new Error(query.get('error_description') ?? query.get('error'));
  const known = await settings();
  if (query.has('out')) return leave(known);
  return query.has('code') ? redeem(known, query) : ask(known);
}

start().catch((failure) => {
  document.getElementById('status').textContent = `Signing in failed: ${failure.message}. Reload the page to try again.`;
});
