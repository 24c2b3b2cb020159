import type { TSESTree } from '@typescript-eslint/types';

import { holeFor } from './holes.js';
import type { Node, Term } from './module.js';
import { keyName } from './scope.js';
import { type Part, slicePart, type Text } from './text.js';

/** `:id`, `{id}`, `<id>`, `[id]`, where a segment begins. */
const PLACEHOLDER = /(?<=\/)(?::[A-Za-z_]\w*|\{\w+\}|<\w+>|\[\w+\])/g;
/** What is looked for to fill one in, as it is written: `':id'`, `` `{${key}}` ``, `new RegExp(':' + key)`, `/:(\w+)/g`. */
const FILLS = ['TemplateLiteral', 'BinaryExpression', 'NewExpression'];
const MARK = /^[:{<[%]/;
/** Slashes and no words: `/\/+/g` */
const TIDIES = /^[^A-Za-z0-9]+$/;

/**
 * How an assignment leaves the path of `name` what it is: it fills placeholders in, or adds what stands behind the path.
 *
 * @returns undefined where it may make another path of it
 */
export function keptBy(
  { operator, right }: TSESTree.AssignmentExpression,
  name: string,
): 'filled' | 'query' | undefined {
  if (operator === '+=') return isQuery(right) ? 'query' : undefined;
  return keptIn(right, name);
}

/** Whether a text begins with what follows a path and says nothing of it: `'?fresh=1'`, `` first ? `?${query}` : `&${query}` ``. */
function isQuery(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return /^[?&#]|^$/.test(String(node.value));
    case 'TemplateLiteral':
      return /^[?&#]/.test(node.quasis[0]?.value.raw ?? '');
    case 'BinaryExpression':
      return node.operator === '+' && isQuery(node.left);
    case 'ConditionalExpression':
      return isQuery(node.consequent) && isQuery(node.alternate);
    default:
      return false;
  }
}

/** The text with a value in the place of each placeholder. */
export function filled(text: Text, value: Term): Text {
  return text.flatMap((part): Text => {
    if (part.kind === 'hole') return [part];
    const parts: Part[] = [];
    let from = 0;
    for (const { index, 0: placeholder } of part.text.matchAll(PLACEHOLDER)) {
      parts.push(...slicePart(part, from, index), holeFor(value));
      from = index + placeholder.length;
    }
    return [...parts, ...slicePart(part, from, part.text.length)];
  });
}

function keptIn(node: Node, name: string): 'filled' | 'query' | undefined {
  switch (node.type) {
    case 'TemplateLiteral': {
      const [before, behind] = node.quasis;
      const isBehind = before?.value.raw === '' && /^[?&#]/.test(behind?.value.raw ?? '');
      return isBehind && isName(node.expressions[0], name) ? 'query' : undefined;
    }
    case 'BinaryExpression':
      if (node.operator !== '+') return undefined;
      return isName(node.left, name)
        ? isQuery(node.right)
          ? 'query'
          : undefined
        : keptIn(node.left, name) && 'query';
    case 'ConditionalExpression': {
      const ways = [node.consequent, node.alternate].filter((way) => !isName(way, name));
      const [first, second = first] = ways.map((way) => keptIn(way, name));
      return first === second ? first : undefined;
    }
    case 'CallExpression':
      return filledBy(node, name) ? 'filled' : undefined;
    default:
      return undefined;
  }
}

/** `url.replace(':id', id).replace(/\/+/g, '/')` */
function filledBy({ callee, arguments: args }: TSESTree.CallExpression, name: string): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const method = keyName({ key: callee.property, computed: callee.computed });
  const [pattern, replacement] = args;
  if (!pattern || !replacement || (method !== 'replace' && method !== 'replaceAll')) return false;
  if (!isFilling(pattern)) return false;
  const { object } = callee;
  return isName(object, name) || (object.type === 'CallExpression' && filledBy(object, name));
}

/** What is looked for marks a placeholder, or is made of slashes alone. */
function isFilling(pattern: Node): boolean {
  if (pattern.type === 'Literal') {
    if (!('regex' in pattern)) return MARK.test(String(pattern.value));
    const { pattern: source } = pattern.regex;
    return TIDIES.test(source) || MARK.test(source.replace(/^[\\(]+/, ''));
  }
  return FILLS.includes(pattern.type) && MARK.test(firstText(pattern).replace(/^\\+/, ''));
}

/** The text that an expression begins with. */
function firstText(node: Node): string {
  switch (node.type) {
    case 'Literal':
      return String(node.value);
    case 'TemplateLiteral':
      return node.quasis[0]?.value.raw ?? '';
    case 'BinaryExpression':
      return firstText(node.left);
    case 'NewExpression':
      return node.arguments[0] ? firstText(node.arguments[0]) : '';
    default:
      return '';
  }
}

function isName(node: Node | undefined, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}
