// Playwright's request context over fetch: an object as `data` is sent as JSON, `multipart` as a form.
exports.request = {
  async newContext({ baseURL, extraHTTPHeaders } = {}) {
    const send =
      (method) =>
      async (url, { data, multipart, headers } = {}) => {
        const isJson = typeof data === 'object';
        const response = await fetch(new URL(url, baseURL), {
          method,
          headers: { ...extraHTTPHeaders, ...(isJson && { 'content-type': 'application/json' }), ...headers },
          body: multipart ? formOf(multipart) : isJson ? JSON.stringify(data) : data,
        });
        return {
          ok: () => response.ok,
          status: () => response.status,
          json: () => response.json(),
          text: () => response.text(),
        };
      };
    return { get: send('GET'), post: send('POST') };
  },
};

function formOf(parts) {
  const form = new FormData();
  for (const [name, { buffer, mimeType, name: file }] of Object.entries(parts))
    form.append(name, new Blob([buffer], { type: mimeType }), file);
  return form;
}
