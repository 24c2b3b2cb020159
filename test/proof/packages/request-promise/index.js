// request-promise over axios: `json` says whether the body is JSON, and the answer is the body.
const axios = require('axios');
const FormData = require('form-data');

const send = async (first, second) => {
  const {
    method = 'GET',
    url,
    uri,
    headers,
    json,
    body,
    formData,
  } = typeof first === 'string' ? { url: first, ...second } : first;
  const form = formData && new FormData();
  for (const [name, value] of Object.entries(formData ?? {})) form.append(name, value);
  const data = form ?? (typeof json === 'object' ? json : body);
  const request = { method, url: url ?? uri, data, headers: { ...headers, ...form?.getHeaders() } };
  const response = await axios
    .request({ ...request, responseType: json ? 'json' : 'text' })
    .catch((error) => {
      const { status, data: answer } = error.response;
      throw Object.assign(new Error(`${status} - ${JSON.stringify(answer)}`), { name: 'StatusCodeError' });
    });
  return response.data;
};
for (const verb of ['get', 'post', 'put', 'patch', 'delete'])
  send[verb] = (first, second) =>
    typeof first === 'string' ? send(first, { ...second, method: verb }) : send({ ...first, method: verb });

module.exports = send;
