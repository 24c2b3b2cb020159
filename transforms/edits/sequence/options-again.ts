import { at, sourceOf, type Term } from '../../../src/syntax/module.js';
import { isWithin } from '../../../src/syntax/ranges.js';
import { deref } from '../../../src/syntax/resolve.js';
import { keyName } from '../../../src/syntax/scope.js';
import { usesOf } from '../../../src/syntax/uses.js';
import type { ObjectCode, PropertyCode } from '../code.js';
import { Unsafe } from '../unsafe.js';
import { codeOf, copied, moved } from './copied.js';
import { onlyFor } from './holders.js';
import { jsonHeaders } from './json-headers.js';

/** Options that only an upload has a use for. */
const OF_UPLOAD = [
  ...['maxBodyLength', 'maxContentLength', 'onUploadProgress', 'duplex'],
  // Playwright and needle, request, jQuery, clients of an OpenAPI file
  ...['multipart', 'formData', 'processData', 'contentType', 'bodySerializer'],
  // Angular
  'reportProgress',
];
/** Options that decide what is answered, and whether a failure is thrown. */
export const OF_ANSWER = [
  'validateStatus',
  'throwHttpErrors',
  'transformResponse',
  'responseType',
  'parseJson',
  'parseResponse',
  'ignoreResponseError',
  // Angular
  'observe',
  // request
  ...['simple', 'transform', 'resolveWithFullResponse', 'encoding'],
  // needle
  ...['parse', 'parse_response', 'output', 'stream_length'],
  // jQuery
  ...['dataType', 'dataFilter', 'converters', 'async'],
  // clients of an OpenAPI file
  ...['parseAs', 'responseStyle', 'throwOnError'],
];
const BODIES = ['body', 'data', 'form', 'json'];

/** What an option becomes; undefined: it stays as it is. */
type Replace = (name: string) => string | undefined;

/**
 * The options of a call that sends a form, for a JSON request beside it; its body is left out.
 *
 * @param form other options that speak of the form
 */
export function jsonOptions(
  options: Term,
  site: Term,
  headers: readonly PropertyCode[],
  replace: Replace,
  form: readonly string[] = [],
): ObjectCode | string | undefined {
  const properties = optionsIn(options, site);
  const hasHeaders = properties.some(({ name }) => name === 'headers');
  const added: PropertyCode[] =
    hasHeaders || headers.length === 0
      ? []
      : [{ key: 'headers', value: { kind: 'object', properties: headers } }];
  let isSame = options.node.type === 'Identifier' && added.length === 0;
  const kept = properties.flatMap(({ name, term }): PropertyCode[] => {
    if (OF_ANSWER.includes(name)) throw new Unsafe('request', `\`${name}\` decides what it answers`);
    const by = replace(name);
    const value = term.node.type === 'Property' ? at(term, term.node.value) : term;
    const json = name === 'headers' ? jsonHeaders(value, headers, site) : undefined;
    const isKept = name === 'headers' ? json === sourceOf(value) : by === undefined;
    const isLeftOut = [...OF_UPLOAD, ...BODIES, ...form].includes(name);
    isSame &&= isKept && !isLeftOut;
    if (isLeftOut) return [];
    if (by !== undefined) return [{ key: name, value: by }];
    if (name !== 'headers') return [{ key: '', value: copied(term, site) }];
    return json === undefined ? [] : [{ key: 'headers', value: json }];
  });
  // A name for the whole is kept while nothing has to be taken out.
  if (isSame) return copied(options, site);
  const all = [...kept, ...added];
  return all.length > 0 ? { kind: 'object', properties: all } : undefined;
}

/** The same options, written out at the call. */
export function formOptions(options: Term, site: Term, replace: Replace): PropertyCode[] {
  const isMoved = isWithin(deref(options).node, site.node) || onlyFor(options.node, site.module);
  return optionsIn(options, site).map(({ name, term }) => {
    const by = replace(name);
    if (by !== undefined) return { key: name, value: by };
    // What is computed stays computed once.
    const source = isMoved ? moved(term, site) : copied(term, site);
    const value =
      term.node.type === 'Property' && !term.node.shorthand ? at(term, term.node.value) : undefined;
    return value?.node.type === 'ObjectExpression'
      ? { key: name, value: codeOf(value) }
      : { key: '', value: source };
  });
}

function optionsIn(options: Term, site: Term): { readonly name: string; readonly term: Term }[] {
  const value = deref(options);
  if (value.node.type !== 'ObjectExpression' || value.module !== site.module || usesOf(options).length > 0)
    throw new Unsafe('request', `the options are \`${sourceOf(options)}\``);
  return value.node.properties.map((property) => {
    const name =
      property.type === 'Property' && property.kind === 'init' && !property.method
        ? keyName(property)
        : undefined;
    if (name === undefined)
      throw new Unsafe('request', `\`${sourceOf(at(value, property))}\` is not followed`);
    return { name, term: at(value, property) };
  });
}
