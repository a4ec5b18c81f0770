// A CloudFront function on the API's requests, written out in template.yaml: the page's sign-in, a cookie, becomes the token
// that the API takes.
function handler(event) {
  var request = event.request;
  var token = request.cookies['__Host-hangtag'];
  if (token && !request.headers.authorization) {
    request.headers.authorization = { value: 'Bearer ' + token.value };
  }
  delete request.cookies['__Host-hangtag'];
  return request;
}
