import { createApp } from '../../dist/src/reference/index.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** A reference with a customer, legacy KYC and an application, and `documents` uploaded documents of each side. */
export async function filledReference(documents) {
  const app = createApp();
  const token = app.issueToken();
  const { customerId } = await post('/customer/init', {
    customerReference: 'jane',
    customerType: 'individual',
    customer: { firstName: 'Jane', lastName: 'Doe' },
  });
  const { applicationId } = await post('/akepa/identification', { reference: 'run1', customerId });
  const { kycDocumentList } = await post('/customer/kyc/init', { customerId });
  for (let index = 0; index < documents; index++) {
    await separateDocument();
    const { id } = await post('/akepa/document/generate', DOCUMENT);
    await upload(`/akepa/document/upload/${id}`);
  }
  const slot = kycDocumentList[0].id;
  return { post, separateDocument, customerId, applicationId, slot, store: app.world.store };

  async function separateDocument() {
    const { id } = await post('/document/generate');
    await upload(`/document/upload/${id}`);
    return id;
  }

  function post(path, body) {
    const headers = { 'x-connectfi-token': token, 'content-type': 'application/json' };
    return send(path, { headers, ...(body && { body: JSON.stringify(body) }) });
  }

  function upload(path) {
    const body = new FormData();
    body.append('file', new File([JPEG], 'front.jpg'));
    return send(path, { headers: { 'x-connectfi-token': token }, body });
  }

  async function send(path, init) {
    const response = await app.fetch(
      new Request(`http://reference.test${path}`, { method: 'POST', ...init }),
    );
    const answer = await response.json();
    if (response.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer.data;
  }
}

/** Body of /akepa/document/generate. */
export const DOCUMENT = { workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' };
