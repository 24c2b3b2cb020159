// openapi-fetch over fetch: a body that is no form is sent as JSON, and the answer is `{ data, error, response }`.
module.exports = ({ baseUrl, headers: own }) => {
  const send =
    (method) =>
    async (path, { body, headers, params } = {}) => {
      const isForm = body instanceof FormData;
      const response = await fetch(baseUrl + filled(path, params?.path), {
        method,
        headers: {
          ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
          ...own,
          ...headers,
        },
        body: isForm || body === undefined ? body : JSON.stringify(body),
      });
      const answer = await response.json();
      return response.ok ? { data: answer, response } : { error: answer, response };
    };
  return { GET: send('GET'), POST: send('POST') };
};

/** `/status/{id}` */
const filled = (path, values = {}) => path.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
