import { applyEdits, type Edit, EditConflict } from '../src/syntax/edits.js';
import type { Module } from '../src/syntax/module.js';
import { ParseError, parseModule } from '../src/syntax/parse.js';
import { positionAt } from '../src/syntax/position.js';
import { moveOf, moveText } from './move.js';
import type { PlannedCall, PlannedFlow } from './plan.js';

/** The edits that `migrate` makes for a call and for those that move with it, where one file holds them all. */
export interface Fix {
  readonly description: string;
  readonly edits: readonly FixEdit[];
}

/** Replaces a part of the finding's file; 1-based, the end is where the rest begins. */
export interface FixEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** What the findings of the calls that have a fix have besides. */
export function fixesOf(flows: readonly PlannedFlow[]): Map<PlannedCall, { readonly fix: Fix }> {
  return new Map(
    flows.flatMap((flow) => {
      const fix = fixOf(flow);
      return fix ? flow.map((planned) => [planned, { fix }] as const) : [];
    }),
  );
}

function fixOf(flow: PlannedFlow): Fix | undefined {
  const [first] = flow;
  const { module } = first?.file.analysis ?? {};
  const move = module && moveOf(flow, module);
  if (!move || !parses(module, move.edits)) return undefined;
  return { description: moveText(move), edits: move.edits.map((edit) => placed(edit, module)) };
}

/** A configured expression may not be one. */
function parses(module: Module, edits: readonly Edit[]): boolean {
  try {
    parseModule(module.file, applyEdits(module.text, edits));
    return true;
  } catch (error) {
    if (error instanceof ParseError || error instanceof EditConflict) return false;
    throw error;
  }
}

function placed({ range, text }: Edit, module: Module): FixEdit {
  const start = positionAt(module.text, range[0]);
  const end = positionAt(module.text, range[1]);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column, text };
}
