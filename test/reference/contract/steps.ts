import { addCustomer } from '../../../src/reference/customers.js';
import type { Call, Part, Step } from './row.js';

/** First bytes of a JPEG, a PNG and a PDF. */
export const JPEG = '\xff\xd8\xff\xe0 a photograph';
export const PNG = '\x89PNG\r\n\x1a\n a scan';
export const PDF = '%PDF-1.7 a letter';

export const KYC_INIT = 'POST /customer/kyc/init';
export const LINK = 'POST /customer/kyc/document-link';
export const IDENTIFICATION = 'POST /akepa/identification';
export const GENERATE = 'POST /akepa/document/generate';
export const UPDATE = 'POST /akepa/update';

/** What /akepa/document/generate takes. */
export const LICENCE = { workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' };

/** The parts of an upload with one file. */
export function file(fileName: string, bytes = JPEG): readonly Part[] {
  return [{ name: 'file', fileName, bytes }];
}

/** Makes an individual of the given last name. */
export function individual(
  name: string,
  lastName = 'Lovelace',
  more: Readonly<Record<string, string>> = {},
): Step {
  return customer(name, 'individual', { firstName: 'Ada', lastName, ...more });
}

/** Makes a business with a representative for each of the last names, named `<name>.1` and so on. */
export function business(name: string, ...lastNames: readonly string[]): Step {
  return async (stage) => {
    const representatives = lastNames.map((lastName, index) => ({
      id: `rep_${name}_${index + 1}`,
      lastName,
    }));
    await customer(name, 'business', { businessName: 'Engines', representatives })(stage);
    for (const [index, { id }] of representatives.entries()) stage.name(`${name}.${index + 1}`, id);
  };
}

/** Puts a customer of an earlier age, with a hyphen in the id, into the store. */
export function hyphenated(customerId: string): Step {
  return ({ app }) =>
    void addCustomer(app.world, {
      reference: 'refOld',
      customerType: 'individual',
      customer: { firstName: 'Ada', lastName: 'Lovelace' },
      customerId,
    });
}

/** Starts a customer's legacy KYC; the slots are named `<name>.front` and `<name>.back`. */
export function kyc(name: string, more: Readonly<Record<string, unknown>> = {}): Step {
  return async (stage) => {
    const body = await stage.succeed({ line: KYC_INIT, json: { customerId: `{${name}}`, ...more } });
    stage.name(`${name}.front`, textAt(body, 'data', 'kycDocumentList', '0', 'id'));
    stage.name(`${name}.back`, textAt(body, 'data', 'kycDocumentList', '1', 'id'));
  };
}

/** Generates a separate document and, with a file's name, uploads to it. */
export function separate(name: string, fileName?: string): Step {
  return async (stage) => {
    stage.name(name, textAt(await stage.succeed({ line: 'POST /document/generate' }), 'data', 'id'));
    if (fileName) await stage.succeed({ line: `POST /document/upload/{${name}}`, parts: file(fileName) });
  };
}

/** Links a separate document of its own, with a file, to a slot such as `ada.front`. */
export function linked(slot: string, fileName = 'scan.jpg'): Step {
  const [owner = ''] = slot.split('.');
  return async (stage) => {
    await separate(`${slot}.sdoc`, fileName)(stage);
    const json = {
      customerId: `{${owner}}`,
      documentId: `{${slot}}`,
      separateDocumentId: `{${slot}.sdoc}`,
    };
    await stage.succeed({ line: LINK, json });
  };
}

/** Starts an application for a customer; its reference is its name. */
export function application(name: string, owner: string, more: Readonly<Record<string, unknown>> = {}): Step {
  return async (stage) => {
    const json = { reference: name, customerId: `{${owner}}`, ...more };
    stage.name(name, textAt(await stage.succeed({ line: IDENTIFICATION, json }), 'data', 'applicationId'));
  };
}

/** Generates an akepa document and, with a file's name, uploads to it. */
export function document(name: string, fileName?: string): Step {
  return async (stage) => {
    stage.name(name, textAt(await stage.succeed({ line: GENERATE, json: LICENCE }), 'data', 'id'));
    if (fileName)
      await stage.succeed({ line: `POST /akepa/document/upload/{${name}}`, parts: file(fileName) });
  };
}

/** Attaches new documents with files to an entity, named in braces. */
export function attached(applicationName: string, owner: string, entity: string, count: number): Step {
  return async (stage) => {
    const names = Array.from({ length: count }, (_, index) => `${applicationName}.${entity}.${index}`);
    for (const name of names) await document(name, 'scan.jpg')(stage);
    await stage.succeed({
      line: UPDATE,
      json: {
        customerId: `{${owner}}`,
        applicationId: `{${applicationName}}`,
        documents: names.map((name) => ({ entityId: `{${entity}}`, documentId: `{${name}}` })),
      },
    });
  };
}

/** A call that has to succeed. */
export function done(call: Call): Step {
  return async (stage) => void (await stage.succeed(call));
}

function customer(name: string, customerType: string, details: Readonly<Record<string, unknown>>): Step {
  return async (stage) => {
    const json = { customerReference: name, customerType, customer: details };
    const body = await stage.succeed({ line: 'POST /customer/init', json });
    stage.name(name, textAt(body, 'data', 'customerId'));
  };
}

function textAt(value: unknown, ...keys: readonly string[]): string {
  let inner = value;
  for (const key of keys) {
    inner = typeof inner === 'object' && inner !== null ? (Reflect.get(inner, key) as unknown) : undefined;
  }
  if (typeof inner !== 'string') throw new Error(`No text at ${keys.join('.')}`);
  return inner;
}
