import fc from 'fast-check';

import type { Ids } from './ids.js';
import { multipart } from './multipart.js';
import { oddBytes, oddJson, oddText } from './odd.js';

/** A request as it is sent; its parts may contradict each other. */
export interface Odd {
  readonly method: string;
  /** Percent-encoded as far as a URL needs it. */
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: Buffer | undefined;
}

type Header = readonly [name: string, value: string];

interface Body {
  readonly contentType: string | undefined;
  readonly bytes: Buffer;
}

const METHODS = [
  'POST',
  'POST',
  'POST',
  'POST',
  'GET',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'HEAD',
  'PROPFIND',
];
const EXTRA_HEADERS: readonly Header[] = [
  ['accept', '*/*;q=x'],
  ['content-encoding', 'gzip'],
  ['accept-encoding', 'x'],
  ['cookie', '=;='.repeat(500)],
  ['range', 'bytes=9-1'],
  // Faults that are none.
  ['x-reference-fault', 'status=200, latency=x, =,'],
];
/** Methods that a `Request` takes no body for. */
const BODILESS: readonly string[] = ['GET', 'HEAD'];

/** Malformed requests, with ids among them that get as far as the handlers. */
export function oddRequests(ids: Ids): fc.Arbitrary<Odd> {
  const { bare: _, ...others } = ids;
  const known = fc.constantFrom(...Object.values(others));
  const id = fc.oneof(known, known, oddText.map(encoded));
  const target = fc.oneof(
    { weight: 8, arbitrary: jsonCall(ids, known) },
    { weight: 5, arbitrary: uploadCall(ids, id) },
    { weight: 2, arbitrary: otherCall(id) },
  );
  return fc
    .record({ target, method: fc.constantFrom(...METHODS), isUsual: often(), headers: headersOf(ids) })
    .map(({ target: { path, body }, method: other, isUsual, headers }) => {
      const method = isUsual ? 'POST' : other;
      const type = body.contentType === undefined ? [] : [['content-type', body.contentType] as const];
      return {
        method,
        path,
        headers: [...type, ...headers],
        body: BODILESS.includes(method) ? undefined : body.bytes,
      };
    });
}

function jsonCall(ids: Ids, known: fc.Arbitrary<string>): fc.Arbitrary<{ path: string; body: Body }> {
  const bodies = validBodies(ids);
  return fc
    .record({
      call: fc.constantFrom(...Object.entries(bodies)),
      mutation: fc.constantFrom('value', 'value', 'value', 'id', 'key', 'whole', 'bytes', 'cut'),
      nth: fc.nat({ max: 7 }),
      key: oddText,
      json: oddJson,
      bytes: oddBytes,
      id: known,
      contentType: fc.oneof(
        { weight: 9, arbitrary: fc.constant('application/json') },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            undefined,
            '',
            'text/plain',
            'application/json; charset=utf-16',
            'APPLICATION/JSON',
            '*/*',
          ),
        },
      ),
    })
    .map(({ call: [path, valid], mutation, nth, key, json, bytes, id, contentType }) => {
      const text = JSON.stringify(valid);
      const fields = Object.entries(valid).map(([name, value]) => [
        JSON.stringify(name),
        JSON.stringify(value),
      ]);
      const changed = fields[nth % fields.length];
      if (mutation === 'value' && changed) changed[1] = json === '' ? 'null' : json;
      if (mutation === 'id' && changed) changed[1] = JSON.stringify(id);
      if (mutation === 'key') fields.push([JSON.stringify(key), json === '' ? 'null' : json]);
      const mutated = `{${fields.map((pair) => pair.join(':')).join(',')}}`;
      const sent =
        mutation === 'bytes'
          ? bytes
          : Buffer.from(mutation === 'whole' ? json : mutation === 'cut' ? text.slice(0, nth * 5) : mutated);
      return { path, body: { contentType, bytes: sent } };
    });
}

function uploadCall(ids: Ids, id: fc.Arbitrary<string>): fc.Arbitrary<{ path: string; body: Body }> {
  const path = fc.oneof(
    fc.constantFrom(
      `/document/upload/${ids.separate}`,
      `/akepa/document/upload/${ids.document}`,
      `/customer/kyc/upload/${ids.individual}/${ids.slot}`,
    ),
    id.map((text) => `/document/upload/${text}`),
    id.map((text) => `/akepa/document/upload/${text}`),
    fc.tuple(id, id).map(([a, b]) => `/customer/kyc/upload/${a}/${b}`),
  );
  return fc.record({ path, body: multipart });
}

function otherCall(id: fc.Arbitrary<string>): fc.Arbitrary<{ path: string; body: Body }> {
  const path = fc.oneof(
    id.map((text) => `/customer/kyc/status/${text}`),
    id.map((text) => `/akepa/status/${text}`),
    id.map((text) => `/${text}`),
    fc.constantFrom(
      '/',
      '//',
      '/akepa',
      '/akepa/',
      '/document/generate',
      '/document/generate/',
      '/AKEPA/STATUS',
    ),
  );
  const body = fc.record({ contentType: fc.constantFrom(undefined, 'application/json'), bytes: oddBytes });
  return fc.record({ path, body });
}

function headersOf(ids: Ids): fc.Arbitrary<Header[]> {
  const known: Header[] = [['x-connectfi-token', ids.token]];
  const token = fc.oneof(
    { weight: 12, arbitrary: fc.constant(known) },
    { weight: 1, arbitrary: fc.constant<Header[]>([]) },
    { weight: 1, arbitrary: oddText.map((text): Header[] => [['x-connectfi-token', headerText(text)]]) },
  );
  return fc
    .tuple(token, fc.option(fc.constantFrom(...EXTRA_HEADERS)))
    .map(([own, extra]) => (extra === null ? own : [...own, extra]));
}

/** A call of each JSON endpoint that is answered with 200, or could be. */
function validBodies(ids: Ids): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { individual, business, application } = ids;
  const document = { entityId: individual, documentId: ids.document };
  return {
    '/auth/get-token': { user: { login: 'demo', password: 'demo' } },
    '/customer/init': {
      customerReference: 'a',
      customerType: 'business',
      customer: { representatives: [{}] },
    },
    '/customer/kyc/init': { customerId: business, syncMode: true, webhookURL: 'http://hooks.example/' },
    '/customer/kyc/document-link': {
      customerId: individual,
      documentId: ids.slot,
      separateDocumentId: ids.bare,
    },
    '/customer/kyc/add-attributes': { customerId: individual, additionalAttributes: { cardAttributes: {} } },
    '/akepa/identification': {
      reference: 'fuzz2',
      customerId: business,
      webhookUrl: 'http://hooks.example/',
    },
    '/akepa/status': { customerId: individual, applicationId: application },
    '/akepa/document/generate': { workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' },
    '/akepa/update': { customerId: individual, applicationId: application, documents: [document] },
    '/reference/decide': { applicationId: application, outcome: 'Denied' },
  };
}

function often(): fc.Arbitrary<boolean> {
  return fc.constantFrom(true, true, true, true, false);
}

/** A header takes single bytes, and no line ends. */
function headerText(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[^\x20-\x7e\x80-\xff]/g, '');
}

function encoded(text: string): string {
  // A lone surrogate can't be encoded; the other texts stay as odd as a URL lets them be.
  return /\p{Surrogate}/u.test(text) || text.length % 2 === 1 ? text : encodeURIComponent(text);
}
