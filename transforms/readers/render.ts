import { APPROVED_OUTCOME, COMPLETED } from '../../src/endpoints/statuses.js';
import type { Module, Node } from '../../src/syntax/module.js';
import { endOf, startOf } from '../../src/syntax/ranges.js';
import { quoted, type Style } from '../../src/syntax/style.js';

/** How an application's state is at hand: as its two members, or as one value that is the outcome once there is one. */
export type StateSource =
  | { readonly kind: 'members'; readonly status: string; readonly outcome: string }
  | { readonly kind: 'state'; readonly state: string };

/** An expression, and its loosest operator outside of parentheses. */
export interface Rendered {
  readonly text: string;
  readonly operator: '===' | '&&' | '||' | '!' | '?:';
}

interface Asked {
  /** Legacy words, of which WAITING_DATA became `waiting`. */
  readonly isApproved: boolean;
  readonly waiting: readonly string[];
  readonly isNegated: boolean;
  readonly isStrict: boolean;
  readonly isYoda: boolean;
}

/** Parents of which every expression can be a part as it is. */
const LOOSE: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'AssignmentExpression',
  'CallExpression',
  'DoWhileStatement',
  'ExpressionStatement',
  'ForStatement',
  'IfStatement',
  'JSXExpressionContainer',
  'NewExpression',
  'Property',
  'PropertyDefinition',
  'ReturnStatement',
  'SwitchStatement',
  'TemplateLiteral',
  'ThrowStatement',
  'VariableDeclarator',
  'WhileStatement',
]);

/** The question in akepa's words. */
export function renderQuestion(source: StateSource, asked: Asked, style: Style): Rendered {
  const { isApproved, waiting, isNegated, isStrict, isYoda } = asked;
  const equals = (left: string, word: string, not = isNegated): string => {
    const operator = (not ? '!=' : '==') + (isStrict ? '=' : '');
    const literal = quoted(word, style);
    return isYoda ? `${literal} ${operator} ${left}` : `${left} ${operator} ${literal}`;
  };
  const status = source.kind === 'members' ? source.status : source.state;
  const approved =
    source.kind === 'members'
      ? [COMPLETED, APPROVED_OUTCOME].map((word, index) =>
          equals(index ? source.outcome : status, word, false),
        )
      : [equals(status, APPROVED_OUTCOME)];
  const [first = '', second] = approved;
  const waits = waiting.map((word) => equals(status, word));
  if (!isApproved || second === undefined)
    return joined([...(isApproved ? [first] : []), ...waits], isNegated ? '&&' : '||');
  const both = approved.join(' && ');
  if (waits.length > 0) {
    const positive = [`(${both})`, ...waiting.map((word) => equals(status, word, false))].join(' || ');
    return isNegated ? { text: `!(${positive})`, operator: '!' } : { text: positive, operator: '||' };
  }
  return isNegated ? { text: `!(${both})`, operator: '!' } : { text: both, operator: '&&' };
}

/**
 * The state as one value.
 *
 * @param isTyped the compiler knows that there may be no outcome
 */
export function renderState(status: string, outcome: string, isTyped: boolean, style: Style): Rendered {
  const test = `${status} === ${quoted(COMPLETED, style)}`;
  return isTyped
    ? { text: `(${test} && ${outcome}) || ${status}`, operator: '||' }
    : { text: `${test} ? ${outcome} : ${status}`, operator: '?:' };
}

/** The text that can stand in the place of `node`, in the form that formatters give it. */
export function inPlaceOf(node: Node, { text, operator }: Rendered, module: Module): string {
  const whole = node.parent?.type === 'ChainExpression' ? node.parent : node;
  return mayStandBare(whole, operator) || isInParentheses(whole, module) ? text : `(${text})`;
}

function joined(tests: readonly string[], operator: '&&' | '||'): Rendered {
  return { text: tests.join(` ${operator} `), operator: tests.length > 1 ? operator : '===' };
}

function mayStandBare(node: Node, operator: Rendered['operator']): boolean {
  const { parent } = node;
  if (!parent || operator === '!') return true;
  if (parent.type === 'ArrowFunctionExpression') return operator !== '?:';
  if (parent.type === 'ConditionalExpression') return operator !== '?:' || parent.test !== node;
  if (parent.type !== 'LogicalExpression') return LOOSE.has(parent.type);
  return operator === '===' || operator === parent.operator;
}

function isInParentheses(node: Node, { text }: Module): boolean {
  return /\(\s*$/.test(text.slice(0, startOf(node))) && /^\s*\)/.test(text.slice(endOf(node)));
}
