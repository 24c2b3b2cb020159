import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { type Module, type Node, termOf } from '../syntax/module.js';
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
export function isAwaiting(call: TSESTree.CallExpression, module: Module): boolean {
  return AWAITING.includes(operatorName(call, module) ?? '');
}

/** The operators of `observable.pipe(…)`; undefined where one of them is not known. */
export function operatorsOf(pipe: TSESTree.CallExpression, module: Module): Operator[] | undefined {
  const operators = pipe.arguments.map((item) =>
    item.type === 'CallExpression' ? operatorOf(item, module) : undefined,
  );
  const known = operators.filter((item) => item !== undefined);
  return known.length === operators.length && known.length > 0 ? known : undefined;
}

function operatorOf(call: TSESTree.CallExpression, module: Module): Operator | undefined {
  const name = operatorName(call, module);
  const [callback] = call.arguments;
  if (name === undefined) return undefined;
  if (name === 'tap' || name === 'map') return { kind: name, callback };
  return LETTING_THROUGH.includes(name) ? { kind: 'through', callback: undefined } : undefined;
}

function operatorName(call: TSESTree.CallExpression, module: Module): string | undefined {
  const entity = entityOf(termOf(call.callee, module));
  return entity?.kind === 'module' && PACKAGES.includes(entity.source) ? entity.path.join('.') : undefined;
}

/** What `fn` answers as the callback of `map` in a pipe, or of `tap`; undefined for other functions. */
export function pipedBy(fn: Node, module: Module): { kind: 'tap' | 'map'; pipe: Node } | undefined {
  const call = fn.parent;
  const pipe = call?.type === 'CallExpression' ? call.parent : undefined;
  if (call?.type !== 'CallExpression' || pipe?.type !== 'CallExpression') return undefined;
  const { callee } = pipe;
  const isPipe =
    callee.type === 'MemberExpression' && keyName({ key: callee.property, computed: callee.computed }) === 'pipe';
  const operator = isPipe ? operatorOf(call, module) : undefined;
  if (!operator || operator.kind === 'through') return undefined;
  return { kind: operator.kind, pipe };
}
