import type { LegacyCall } from '../../src/analysis/call.js';
import { isOfPlatformClass } from '../../src/clients/platform-class.js';
import { linksOf } from '../../src/clients/superagent.js';
import { entityOf } from '../../src/syntax/entity.js';
import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { type Budget, newBudget } from '../../src/syntax/budget.js';
import { deref, member } from '../../src/syntax/resolve.js';
import { keyName } from '../../src/syntax/scope.js';
import { setHeaderBy } from './set-header.js';
import { Unsafe } from './unsafe.js';

type Sending = Pick<LegacyCall, 'call' | 'client' | 'request'>;

const NAME = 'content-type';
const JSON_TYPE = /^(?:application\/)?json\b/i;

/** Refuses a call whose headers declare, or may declare, that its new JSON body is something else. */
export function requireJsonType(call: Sending): void {
  const values = valuesOf(call);
  const other = values.find((value) => !JSON_TYPE.test(evaluateKnown(value) ?? ''));
  if (other) throw new Unsafe('content type', `it is \`${sourceOf(other)}\``);
  if (values.length === 0 && call.request.headerNames.includes(NAME))
    throw new Unsafe('content type', 'its value is not in reach');
}

/** The content types that a call and its instances declare, as far as they are known texts. */
export function declaredTypes(call: LegacyCall): string[] {
  const values = valuesOf(call);
  return values.flatMap((value) => evaluateKnown(value) ?? []);
}

/** The values that the call, its chain or its instances give the content type. */
function valuesOf(call: Sending): Term[] {
  if (call.client === 'superagent' || call.client === 'supertest') return chained(call);
  const { payload } = call.request;
  const own =
    payload.kind === 'written'
      ? payload.calls.flatMap((set) => setHeaderBy(set, payload.setter, NAME) ?? [])
      : [];
  return [...own, ...optionsOf(call).flatMap(declaredBy)];
}

/** Refuses a call of an instance that declares something else than JSON for each of its requests. */
export function requireJsonInstance({ call }: LegacyCall): void {
  const other = instanceOptions(call)
    .flatMap(declaredBy)
    .find((value) => !JSON_TYPE.test(evaluateKnown(value) ?? ''));
  if (other) throw new Unsafe('content type', `it is \`${sourceOf(other)}\``);
}

/** The options of the call and of the instances that it is made on. */
export function optionsOf({ call, request }: Sending): Term[] {
  const { payload, method } = request;
  const own =
    payload.kind === 'option' || payload.kind === 'written'
      ? payload.options
      : termAt(call, payload.kind === 'argument' && method.value === 'GET' ? payload.index : 2);
  return [...(own ? [own] : []), ...instanceOptions(call)];
}

/** The options of the instances that a call is made on. */
export function instanceOptions(call: LegacyCall['call']): Term[] {
  const options: Term[] = [];
  let entity = entityOf(at(call, call.node.callee));
  while (entity?.kind === 'result') {
    const made = entity.call;
    options.push(...made.node.arguments.map((argument) => at(made, argument)));
    entity = entity.of;
  }
  return options;
}

function termAt(call: LegacyCall['call'], index: number): Term | undefined {
  const node = call.node.arguments[index];
  return node && at(call, node);
}

function declaredBy(options: Term): Term[] {
  const headers = member(options, 'headers');
  // jQuery's own option.
  const type = member(options, 'contentType');
  return [...(type ? [type] : []), ...(headers ? declaredIn(headers, newBudget()) : [])];
}

/** The values that an object, what is spread into it, or `new Headers(…)` gives the content type. */
function declaredIn(headers: Term, budget: Budget): Term[] {
  const value = deref(headers, budget);
  const { node } = value;
  if (budget.steps <= 0)
    throw new Unsafe('content type', 'the headers are put together from too many pieces');
  if (node.type === 'NewExpression') {
    const [init] = node.arguments;
    return init ? declaredIn(at(value, init), budget) : [];
  }
  if (node.type === 'ConditionalExpression') {
    // `body instanceof FormData ? {} : { 'Content-Type': 'application/json' }`
    const isFirst = isOfPlatformClass(at(value, node.test));
    if (isFirst === undefined) return [];
    return declaredIn(at(value, isFirst ? node.consequent : node.alternate), budget);
  }
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return declaredIn(at(value, property.argument), budget);
    const name = property.computed ? evaluateKnown(at(value, property.key)) : keyName(property);
    return name?.toLowerCase() === NAME ? [at(value, property.value)] : [];
  });
}

/** `.set('Content-Type', …)`, `.set({ … })` and `.type(…)` further on in a superagent chain. */
function chained({ call }: Sending): Term[] {
  return linksOf(call).flatMap(({ name, call: link }) => {
    const [first, second] = link.node.arguments.map((argument) => at(link, argument));
    if (!first) return [];
    if (name === 'type') return [first];
    if (name !== 'set') return [];
    if (!second) return declaredIn(first, newBudget());
    return evaluateKnown(first)?.toLowerCase() === NAME ? [second] : [];
  });
}
