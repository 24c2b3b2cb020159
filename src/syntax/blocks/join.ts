import type { TSESTree } from '@typescript-eslint/types';

import type { Comment, Module, Range } from '../module.js';
import { shift } from '../ranges.js';
import { walk } from '../walk.js';
import type { ScriptBlock } from './script-block.js';

/** A parsed block; its ranges count from its own start. */
export interface ParsedBlock {
  readonly block: ScriptBlock;
  readonly program: TSESTree.Program;
  readonly comments: readonly Comment[];
}

type Joined = Pick<Module, 'ast' | 'comments'>;

/** The blocks of a file as one program, whose ranges are those of the file. */
export function joinBlocks(parts: readonly ParsedBlock[], text: string, keys: Module['visitorKeys']): Joined {
  const body: TSESTree.ProgramStatement[] = [];
  for (const { block, program } of parts) {
    const [offset] = block.range;
    walk(program, keys, (node) => shift(node, offset));
    if (block.isOwnScope && parts.length > 1) body.push(scopeOf(block, program));
    else body.push(...program.body);
  }
  const isModule = parts.some(({ program }) => program.sourceType === 'module');
  // No parser made it, so it lacks what nobody here reads: `loc`, tokens.
  const ast = {
    type: 'Program',
    body,
    comments: [],
    range: [0, text.length],
    sourceType: isModule || parts.length === 0 ? 'module' : 'script',
  } as unknown as TSESTree.Program;
  return { ast, comments: parts.flatMap(shiftedComments) };
}

/** `{ … }` around the statements of a module, imports among them: what it declares is its own. */
function scopeOf({ range }: ScriptBlock, { body }: TSESTree.Program): TSESTree.BlockStatement {
  return { type: 'BlockStatement', body, range } as unknown as TSESTree.BlockStatement;
}

function shiftedComments({ block, comments }: ParsedBlock): Comment[] {
  const [offset] = block.range;
  return comments.map(({ value, range: [start, end] }) => ({
    value,
    range: [start + offset, end + offset] satisfies Range,
  }));
}
