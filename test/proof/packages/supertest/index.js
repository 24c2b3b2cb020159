// supertest against a URL, which hands everything to superagent: `request('https://…').post(path)`.
const superagent = require('superagent');

module.exports = (url) =>
  Object.fromEntries(
    ['get', 'post', 'put', 'patch', 'delete', 'head'].map((verb) => [
      verb,
      (path) => withExpect(superagent[verb](url + path).ok(() => true)),
    ]),
  );

/** Of `expect`, the status. */
function withExpect(request) {
  return Object.assign(request, {
    expect(status) {
      return request.ok((response) => response.status === status);
    },
  });
}
