import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../../src/analysis/call.js';
import { type Edit, minimal } from '../../../src/syntax/edits.js';
import type { Module, Node } from '../../../src/syntax/module.js';
import { lineStart } from '../../../src/syntax/position.js';
import { rangeOf, startOf } from '../../../src/syntax/ranges.js';
import { type Style, widthOf } from '../../../src/syntax/style.js';
import type { Sequence } from '../../recipes/recipe.js';
import { type Code, printCode } from '../code.js';
import { freeName } from '../free-name.js';
import { Unsafe } from '../unsafe.js';
import { requireSettled } from './copied.js';
import { removals } from './holders.js';
import { closureBefore, placeFor, type SequencePlace } from './place.js';
import { around, indentOf, printBody, type StatementCode } from './statements.js';
import { type StepCodes, stepCodes } from './steps.js';
import type { Frame, Way } from './way.js';

/**
 * Edits that put three calls in place of one: they generate a document, upload the form and update the application.
 *
 * @param rank of the call among those of its kind in the same block, from 1
 * @throws {Unsafe} where that is not certain to do the same
 */
export function sequenceEdits(
  call: LegacyCall,
  way: Way,
  sequence: Sequence,
  style: Style,
  rank: number,
): Edit[] {
  const { module } = call.call;
  const { expression } = way.frame;
  const steps = stepCodes(call, way, sequence, rank);
  const place = placeOf(expression, way.frame, steps, module);
  const isAwaited = place.kind === 'statement' || place.kind === 'value' || isAwait(expression.parent);
  requireSettled({ ...call.call, node: expression }, isAwaited);
  const called = way.frame.lazily ?? ((name: string) => `${name}()`);
  const edits = editsAt(place, expression, steps, module, style, called);
  const all = [...edits(closureName(call, rank)), ...removals(way.names, module)];
  return all.filter(({ range, text }) => module.text.slice(...range) !== text);
}

/** A failure that is not thrown has to be returned. */
function placeOf(expression: Node, { lazily }: Frame, { failure }: StepCodes, module: Module): SequencePlace {
  if (lazily) return closureBefore(expression, module);
  const place = placeFor(expression, module);
  if (!failure || place.kind === 'closure' || place.kind === 'arrow') return place;
  return place.kind === 'value' && place.returns ? place : { kind: 'closure', statement: place.statement };
}

function isAwait(node: Node | undefined): boolean {
  return node?.type === 'AwaitExpression';
}

function closureName({ call }: LegacyCall, rank: number): string {
  const name = freeName(['uploadDocument', 'uploadKycDocument'], call.node, call.module);
  return rank > 1 ? name + String(rank) : name;
}

function editsAt(
  place: SequencePlace,
  expression: Node,
  { generate, upload, update, urlEdit }: StepCodes,
  module: Module,
  style: Style,
  called: (name: string) => string,
): (closure: string) => Edit[] {
  const all = [...generate, ...upload, ['return ', update] as const];
  switch (place.kind) {
    case 'statement':
    case 'value': {
      const { statement } = place;
      if (place.kind === 'statement' && urlEdit) {
        const lines = { above: generate, below: [['await ', update] as const] };
        return () => [urlEdit, ...around(statement, lines, module, style)];
      }
      const lines = { above: [...generate, ...upload], below: [] };
      return () => [replaced(expression, update, module, style), ...around(statement, lines, module, style)];
    }
    case 'arrow':
      return () => arrowEdits(place.arrow, printBody(all, indentOf(place.arrow, module), style), module);
    case 'closure':
      return (name) => {
        const closure: StatementCode = [`const ${name} = async () => `, { kind: 'body', statements: all }];
        return [
          { range: rangeOf(expression), text: called(name) },
          ...around(place.statement, { above: [closure], below: [] }, module, style),
        ];
      };
  }
}

function replaced(expression: Node, code: Code, module: Module, style: Style): Edit {
  const { text } = module;
  const start = startOf(expression);
  const column = widthOf(text.slice(lineStart(text, start), start));
  const printed = printCode(code, indentOf(expression, module), column, style);
  return minimal(text, { range: rangeOf(expression), text: printed });
}

/** `() => send()` becomes `async () => { … }`. */
function arrowEdits(arrow: TSESTree.ArrowFunctionExpression, body: string, { text }: Module): Edit[] {
  const { async, returnType } = arrow;
  const type = returnType ? text.slice(...rangeOf(returnType.typeAnnotation)) : undefined;
  if (!async && type !== undefined && !type.startsWith('Promise<'))
    throw new Unsafe('request', `its function is declared to give \`${type}\``);
  const [start, end] = rangeOf(arrow);
  const begin = text.lastIndexOf('=>', startOf(arrow.body)) + 2;
  return [
    ...(async ? [] : [{ range: [start, start] as const, text: 'async ' }]),
    { range: [begin, end], text: ` ${body}` },
  ];
}
