import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createProgram } from '../../src/analysis/modules.js';
import { recognise } from '../../src/analysis/recognise.js';
import { analyse } from '../../src/analysis/analyse.js';
import { UNKNOWN_CLIENT } from '../../src/clients/unknown.js';
import { termOf } from '../../src/syntax/module.js';
import { walk } from '../../src/syntax/walk.js';
import { certainRequest } from '../../transforms/wrappers/certain.js';
import { type Emitted, endpointAt } from '../transforms/emitted.js';

/** The requests to akepa that the files of a folder send, each at the call that says its path. */
export function sentToAkepa(root: string, files: readonly string[]): Emitted[] {
  const texts = files
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .map((file) => ({ file, path: join(root, file), text: readFileSync(join(root, file), 'utf8') }));
  const program = createProgram(texts, { cwd: root });
  return texts.flatMap((text) => {
    const module = program.moduleOf(text);
    const doubles = analyse(module).mocks.map(({ call }) => call.node);
    const sent: Emitted[] = [];
    walk(module.ast, module.visitorKeys, (node) => {
      if (node.type !== 'CallExpression' || doubles.includes(node)) return;
      const call = termOf(node, module);
      const found = certainRequest(call) ?? recognise(call)[0];
      const endpoint = found && endpointAt(found.url.flat);
      if (!endpoint || found.client === UNKNOWN_CLIENT) return;
      sent.push({ endpoint, method: found.request.method.value, body: found.request.body });
    });
    return sent;
  });
}
