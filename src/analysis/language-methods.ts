import type { TSESTree } from '@typescript-eslint/types';

import { isFunction } from '../syntax/walk.js';

/** Methods of texts, numbers, lists, dates, loggers and expectations that nobody names a request after. */
const PLAIN = new Set([
  ...['charAt', 'charCodeAt', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'localeCompare', 'padEnd'],
  ...[
    'padStart',
    'slice',
    'split',
    'startsWith',
    'toLowerCase',
    'toUpperCase',
    'trim',
    'trimEnd',
    'trimStart',
  ],
  ...['join', 'toSorted', 'toReversed', 'isArray', 'hasOwnProperty', 'stringify'],
  ...['toFixed', 'toString', 'toISOString', 'toLocaleString', 'getTime', 'valueOf'],
  ...['debug', 'info', 'log', 'warn'],
  // `expect.objectContaining({ method, url })`
  ...['arrayContaining', 'objectContaining', 'stringContaining', 'stringMatching'],
]);
/** The same, of lists; what they are handed may send something. */
const CALLING = new Set([
  'every',
  'filter',
  'find',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'some',
  'toSorted',
]);

/**
 * Whether a call is evidently one of the language's own, from the look of it: half of all calls, which need no look at
 * what they are made on.
 */
export function isOfLanguage({ callee, arguments: [first] }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return false;
  const { name } = callee.property;
  return PLAIN.has(name) || (CALLING.has(name) && first !== undefined && isFunction(first));
}
