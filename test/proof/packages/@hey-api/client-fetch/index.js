// The client that hey-api generates, over fetch: one object with the URL, and a body that is sent as JSON.
const createClient = ({ baseUrl = process.env.CONNECTFI_BASE_URL, headers: own } = {}) => {
  const send =
    (method) =>
    async ({ url, path = {}, body, headers, bodySerializer }) => {
      const isJson = body !== undefined && bodySerializer !== null;
      const response = await fetch(baseUrl + url.replaceAll(/\{(\w+)\}/g, (_, name) => path[name]), {
        method,
        headers: { ...(isJson && { 'content-type': 'application/json' }), ...own, ...headers },
        body: isJson ? JSON.stringify(body) : body,
      });
      const answer = await response.json();
      return response.ok ? { data: answer, response } : { error: answer, response };
    };
  return { get: send('GET'), post: send('POST') };
};

exports.client = createClient();
exports.createClient = createClient;
exports.createConfig = (config) => config;
