// A CloudFront function on the page's requests, written out in template.yaml: who is not signed in is sent to do so.
function handler(event) {
  var request = event.request;
  if ((request.uri === '/' || request.uri === '/index.html') && !request.cookies['__Host-hangtag']) {
    return {
      statusCode: 302,
      statusDescription: 'Found',
      headers: { location: { value: '/sign-in.html' }, 'cache-control': { value: 'no-store' } },
    };
  }
  return request;
}
