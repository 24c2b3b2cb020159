import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyId } from '../../src/endpoints/types.js';
import { keyName } from '../../src/syntax/scope.js';

/** What the samples of an endpoint call `id`. */
const ID: Readonly<Partial<Record<LegacyId, string>>> = {
  'document-upload': 'await v.generated()',
  'kyc-document-link': 'await v.uploaded()',
};

/** What a parameter of that name is given, as an expression of the driver; `v` is what the runner offers. */
const BY_NAME: Readonly<Record<string, string>> = {
  applicationId: 'v.applicationId',
  base: 'v.base',
  baseURL: 'v.base',
  baseUrl: 'v.base',
  body: 'await fs.readFile(v.file)',
  callback: "new URL('http://127.0.0.1:9/hook')",
  api: "await (await load.package('@playwright/test')).request.newContext()",
  buffer: 'await fs.readFile(v.file)',
  customerId: 'v.customerId',
  entityId: 'v.entityId',
  path: 'v.file',
  scan: 'v.file',
  separateDocumentId: 'await v.uploaded()',
  slot: 'v.slot',
  slotId: 'v.slot',
  token: 'v.token',
  webhookURL: "'http://127.0.0.1:9/hook'",
  webhookUrl: "'http://127.0.0.1:9/hook'",
};

/** Objects, by the name of what they describe. */
const OBJECTS: Readonly<Record<string, string>> = {
  application: '{ id: v.applicationId }',
  back: '{ slot: v.slots[1], document: await v.uploaded(1) }',
  customer: '{ id: v.customerId, customerId: v.customerId }',
  front: '{ slot: v.slot, document: await v.uploaded() }',
  scan: "{ documentId: await v.uploaded(), path: v.file, title: 'licence', type: 'license' }",
  session: '{ customerId: v.customerId, token: v.token }',
  slot: '{ id: v.slot }',
};

/**
 * What a sample's function is called with.
 *
 * @returns undefined when a parameter says nothing that is known
 */
export function argumentsOf(
  params: readonly TSESTree.Parameter[],
  endpoint: LegacyId | undefined,
  text: string,
): string[] | undefined {
  const names = params.map(nameOf);
  const values = params.map((param) => valueOf(param, { endpoint, text, names }));
  return values.some((value) => value === undefined) ? undefined : values.flatMap((value) => value ?? []);
}

interface Around {
  readonly endpoint: LegacyId | undefined;
  readonly text: string;
  readonly names: readonly (string | undefined)[];
}

function valueOf(param: TSESTree.Parameter, around: Around): string | undefined {
  switch (param.type) {
    case 'AssignmentPattern':
      return valueOf(param.left, around) ?? 'undefined';
    case 'TSParameterProperty':
      return valueOf(param.parameter, around);
    case 'ObjectPattern': {
      const items = param.properties.map((property) => {
        const name = property.type === 'Property' ? keyName(property) : undefined;
        const value = name === undefined ? undefined : byName(name, around);
        return value === undefined ? undefined : `${name}: ${value}`;
      });
      return items.includes(undefined) ? undefined : `{ ${items.join(', ')} }`;
    }
    case 'Identifier':
      return isObject(param) ? OBJECTS[param.name] : (byName(param.name, around) ?? OBJECTS[param.name]);
    default:
      return undefined;
  }
}

function byName(name: string, { endpoint, text, names }: Around): string | undefined {
  const isLink = endpoint === 'kyc-document-link';
  switch (name) {
    case 'id':
      return (endpoint && ID[endpoint]) ?? 'v.customerId';
    case 'document':
      return 'await v.uploaded()';
    case 'documentId':
      if (!isLink) return ID[endpoint ?? 'document-upload'] ?? 'v.slot';
      return names.includes('separateDocumentId') ? 'v.slot' : 'await v.uploaded()';
    case 'http':
      return text.includes('@nestjs/axios')
        ? "new (await load.package('@nestjs/axios')).HttpService()"
        : 'await v.angularHttp()';
    case 'form':
      return /getHeaders|form-data/.test(text) ? 'await formData()' : 'await v.form()';
    case 'file':
      return /Readable|ReadStream/.test(text)
        ? '(await import("node:fs")).createReadStream(v.file)'
        : 'await (await import("node:fs")).openAsBlob(v.file)';
    default:
      return BY_NAME[name];
  }
}

function nameOf(param: TSESTree.Parameter): string | undefined {
  return param.type === 'Identifier' ? param.name : undefined;
}

/** Annotated as something of the project's that has members. */
function isObject({ typeAnnotation, name }: TSESTree.Identifier): boolean {
  const type = typeAnnotation?.typeAnnotation.type;
  return (type === 'TSTypeLiteral' || type === 'TSTypeReference') && Object.hasOwn(OBJECTS, name);
}
