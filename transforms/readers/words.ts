import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, type Module, type Node, termOf } from '../../src/syntax/module.js';
import { deref } from '../../src/syntax/resolve.js';
import { keyName } from '../../src/syntax/scope.js';

/** A place that asks which status it is. */
export type Question =
  /** `status === 'APPROVED'`, `'APPROVED' !== status` */
  | {
      readonly kind: 'comparison';
      readonly node: TSESTree.BinaryExpression;
      readonly words: readonly (string | undefined)[];
      readonly isNegated: boolean;
      readonly isStrict: boolean;
      readonly isYoda: boolean;
    }
  /** `['APPROVED'].includes(status)` */
  | {
      readonly kind: 'list';
      readonly node: TSESTree.CallExpression;
      readonly words: readonly (string | undefined)[];
    }
  | {
      readonly kind: 'switch';
      readonly node: TSESTree.SwitchStatement;
      readonly words: readonly (string | undefined)[];
    };

/** The question that a status is asked where it stands; a word is undefined where it is not known. */
export function questionAt(node: Node, module: Module): Question | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'BinaryExpression': {
      if (!/^[!=]==?$/.test(parent.operator)) return undefined;
      const isYoda = parent.right === node;
      return {
        kind: 'comparison',
        node: parent,
        words: [wordOf(isYoda ? parent.left : parent.right, module)],
        isNegated: parent.operator.startsWith('!'),
        isStrict: parent.operator.length === 3,
        isYoda,
      };
    }
    case 'CallExpression': {
      const words = parent.arguments.length === 1 ? listedIn(parent.callee, module) : undefined;
      return words && { kind: 'list', node: parent, words };
    }
    case 'SwitchStatement':
      return {
        kind: 'switch',
        node: parent,
        words: parent.cases.flatMap(({ test }) => (test ? [wordOf(test, module)] : [])),
      };
    default:
      return undefined;
  }
}

function listedIn(callee: Node, module: Module): (string | undefined)[] | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  if (keyName({ key: callee.property, computed: callee.computed }) !== 'includes') return undefined;
  const list = deref(termOf(callee.object, module));
  if (list.node.type !== 'ArrayExpression') return undefined;
  return list.node.elements.map((item) => (item ? evaluateKnown(at(list, item)) : undefined));
}

function wordOf(node: Node, module: Module): string | undefined {
  return evaluateKnown(termOf(node, module));
}
