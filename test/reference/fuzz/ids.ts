import type { ReferenceApp } from '../../../src/reference/app.js';

/** Ids that calls are answered with 200 for, so that malformed ones get as far as the handlers. */
export interface Ids {
  readonly token: string;
  readonly individual: string;
  readonly business: string;
  readonly slot: string;
  readonly separate: string;
  /** A separate document that no request uploads to: linking it is refused, in whatever order. */
  readonly bare: string;
  readonly document: string;
  readonly application: string;
}

/** Makes one of everything. */
export async function prepare(app: ReferenceApp): Promise<Ids> {
  const token = app.issueToken();
  const call = async (path: string, body?: unknown): Promise<string> => {
    const response = await app.fetch(
      new Request(`http://reference.test${path}`, {
        method: 'POST',
        headers: { 'x-connectfi-token': token, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    return response.text();
  };
  const individual = idIn(await call('/customer/init', newCustomer('individual')), 'customerId');
  const business = idIn(await call('/customer/init', newCustomer('business')), 'customerId');
  return {
    token,
    individual,
    business,
    slot: idIn(await call('/customer/kyc/init', { customerId: individual }), 'id'),
    separate: idIn(await call('/document/generate'), 'id'),
    bare: idIn(await call('/document/generate'), 'id'),
    document: idIn(
      await call('/akepa/document/generate', {
        workflow: 'PERSONAL',
        name: 'license',
        extension: 'jpg',
        type: 'license',
      }),
      'id',
    ),
    application: idIn(
      await call('/akepa/identification', { reference: 'fuzz1', customerId: individual }),
      'applicationId',
    ),
  };
}

function newCustomer(customerType: 'individual' | 'business'): unknown {
  const representatives = customerType === 'business' ? [{ lastName: 'Doe' }] : undefined;
  return { customerReference: customerType, customerType, customer: { lastName: 'Doe', representatives } };
}

function idIn(answer: string, key: string): string {
  const id = new RegExp(`"${key}":"([^"]+)"`).exec(answer)?.[1];
  if (id === undefined) throw new Error(`No ${key} in ${answer}`);
  return id;
}
