import type { LegacyCall } from '../../src/analysis/call.js';
import type { Payload } from '../../src/clients/client.js';
import type { Edit } from '../../src/syntax/edits.js';
import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { endOf, startOf } from '../../src/syntax/ranges.js';
import { member } from '../../src/syntax/resolve.js';
import { indentAt, quoted, type Style, widthOf } from '../../src/syntax/style.js';
import { isEmpty, type Printed } from './properties.js';
import { setHeaderBy } from './set-header.js';
import { Unsafe } from './unsafe.js';

type WrittenPayload = Payload & { readonly kind: 'written' };

const LENGTH = 'content-length';

/** `request.end()` gets a JSON body, and the request its content type before it. */
export function writtenEdits(
  { call, request }: LegacyCall,
  { by, setter }: WrittenPayload,
  printed: Printed,
  style: Style,
): Edit[] {
  const { text } = call.module;
  const { node } = by;
  const [present] = node.arguments;
  if (request.body && !isEmpty(request.body)) throw new Unsafe('body', 'there is one already');
  if (present && !isEmpty(at(by, present)))
    throw new Unsafe('body', `it is \`${sourceOf(at(by, present))}\``);
  if (request.body && !present) throw new Unsafe('body', 'there is one already');
  if (node.callee.type !== 'MemberExpression') throw new Unsafe('body', 'a later statement writes it');
  const start = lineStart(text, startOf(node));
  const indent = indentAt(text, start);
  const name = sourceOf(at(by, node.callee.object));
  const end = style.semicolons ? ';' : '';
  const header = `${name}.${setter}(${quoted('Content-Type', style)}, ${quoted('application/json', style)})`;
  const isTyped = request.headerNames.includes('content-type');
  const open = text.indexOf('(', endOf(node.callee));
  const column = widthOf(text.slice(start, open)) + 'JSON.stringify('.length + 1;
  const flat = printed(indent, column);
  const inner = indent + style.indent;
  // Formatters break a call in a call twice.
  const body = flat.includes('\n')
    ? `${style.eol}${inner}JSON.stringify(${printed(inner, widthOf(inner) + 15)}),${style.eol}${indent}`
    : `JSON.stringify(${flat})`;
  return [
    ...(isTyped
      ? []
      : [{ range: [startOf(node), startOf(node)] as const, text: header + end + style.eol + indent }]),
    { range: [open + 1, endOf(node) - 1], text: body },
  ];
}

/** A length that is written out is that of another body. */
export function refuseFixedLength({ call, request }: LegacyCall, payload: WrittenPayload): void {
  const declared = lengthOf(payload);
  if (declared && evaluateKnown(declared) !== undefined) throw new Unsafe('body', 'its length is declared');
  const isNew = !request.body || isEmpty(request.body);
  if (request.headerNames.includes(LENGTH) && (isNew || !declared || declared.module !== call.module))
    throw new Unsafe('body', 'its length is declared');
}

function lengthOf({ options, calls, setter }: WrittenPayload): Term | undefined {
  const headers = options && member(options, 'headers');
  const own = headers && ['Content-Length', LENGTH].map((name) => member(headers, name)).find((term) => term);
  if (own) return own;
  return calls.map((call) => setHeaderBy(call, setter, LENGTH)).find((term) => term);
}
