import type { TSESTree } from '@typescript-eslint/types';

import { mockedBy } from '../../src/analysis/mock-calls.js';
import type { MockCall } from '../../src/analysis/mocks.js';
import type { Edit, PlacedEdit } from '../../src/syntax/edits.js';
import { scriptStyle } from '../../src/syntax/blocks/script-style.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { quoted } from '../../src/syntax/style.js';
import { asPost, postInPlace } from '../edits/post.js';
import { appendProperties, propertyOf } from '../edits/properties.js';
import { editedCall } from '../wrappers/proof.js';

/** Edits after which a double answers POST; undefined where none does for certain. */
export function methodEdits(mock: MockCall): readonly PlacedEdit[] | undefined {
  const { call, request, match } = mock;
  const { module } = call;
  // A double of every method answers POST already.
  if (match.endpoint.method !== 'GET' || isForEvery(mock) || request.method.value === 'POST') return [];
  for (const edits of attempts(call.node, mock)) {
    const edited = editedCall(call, edits);
    const mocked = edited ? mockedBy(edited) : [];
    const isPost = mocked.some(
      ({ mock: { method }, url }) =>
        method !== 'any' && method.value === 'POST' && url.flat === mock.url.flat,
    );
    if (isPost) return edits.map((edit) => ({ ...edit, module }));
  }
  return undefined;
}

function isForEvery({ call, url }: MockCall): boolean {
  return mockedBy(call).some((item) => item.url.flat === url.flat && item.mock.method === 'any');
}

function attempts(node: TSESTree.CallExpression, { call }: MockCall): Edit[][] {
  const { callee } = node;
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
  const [options] = node.arguments.flatMap(objectIn);
  const said = [...node.arguments, ...(options ? [propertyOf(options, 'method')?.value] : [])];
  const literals = said.flatMap((item) => (item ? (postInPlace(item) ?? []) : []));
  const renamed =
    name.type === 'Identifier' && /get/i.test(name.name)
      ? [[{ range: rangeOf(name), text: asPost(name.name) }]]
      : [];
  const style = scriptStyle(call.module);
  const added = options
    ? [appendProperties(options, [{ key: 'method', value: () => quoted('POST', style) }], call.module, style)]
    : [];
  return [...renamed, ...literals.map((edit) => [edit]), ...added];
}

/** An object literal, or the one in `expect.objectContaining({ … })`. */
function objectIn(node: TSESTree.CallExpressionArgument): TSESTree.ObjectExpression[] {
  if (node.type === 'ObjectExpression') return [node];
  return node.type === 'CallExpression' ? node.arguments.flatMap(objectIn) : [];
}
