import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { keyName } from '../syntax/scope.js';

const PACKAGES = ['rxjs', 'rxjs/operators'];
/** They give a promise of what the observable gives. */
const AWAITING = ['firstValueFrom', 'lastValueFrom'];
/** Operators that let a value through as it is. */
const LETTING_THROUGH = [
  'catchError',
  'debounceTime',
  'delay',
  'finalize',
  'first',
  'last',
  'retry',
  'share',
  'shareReplay',
  'take',
  'takeUntil',
  'timeout',
];

/** One operator of a `.pipe(…)`. */
export interface Operator {
  /** `through`: a value passes; `tap`: a function sees it; `map`: a function makes another of it. */
  readonly kind: 'through' | 'tap' | 'map';
  readonly callback: Node | undefined;
}

/** `firstValueFrom(observable)` */
export function isAwaiting(call: Term<TSESTree.CallExpression>): boolean {
  return AWAITING.includes(operatorName(call) ?? '');
}

/** The operators of `observable.pipe(…)`; undefined where one of them is not known. */
export function operatorsOf(pipe: Term<TSESTree.CallExpression>): Operator[] | undefined {
  const operators = pipe.node.arguments.map((item) =>
    item.type === 'CallExpression' ? operatorOf(at(pipe, item)) : undefined,
  );
  const known = operators.filter((item) => item !== undefined);
  return known.length === operators.length && known.length > 0 ? known : undefined;
}

function operatorOf(call: Term<TSESTree.CallExpression>): Operator | undefined {
  const name = operatorName(call);
  const [callback] = call.node.arguments;
  if (name === undefined) return undefined;
  if (name === 'tap' || name === 'map') return { kind: name, callback };
  return LETTING_THROUGH.includes(name) ? { kind: 'through', callback: undefined } : undefined;
}

function operatorName(call: Term<TSESTree.CallExpression>): string | undefined {
  const entity = entityOf(at(call, call.node.callee));
  return entity?.kind === 'module' && PACKAGES.includes(entity.source) ? entity.path.join('.') : undefined;
}

/** What `fn` answers as the callback of `map` in a pipe, or of `tap`; undefined for other functions. */
export function pipedBy(fn: Term): { kind: 'tap' | 'map'; pipe: Node } | undefined {
  const call = fn.node.parent;
  const pipe = call?.type === 'CallExpression' ? call.parent : undefined;
  if (call?.type !== 'CallExpression' || pipe?.type !== 'CallExpression') return undefined;
  const { callee } = pipe;
  const isPipe =
    callee.type === 'MemberExpression' &&
    keyName({ key: callee.property, computed: callee.computed }) === 'pipe';
  const operator = isPipe ? operatorOf(at(fn, call)) : undefined;
  if (!operator || operator.kind === 'through') return undefined;
  return { kind: operator.kind, pipe };
}
