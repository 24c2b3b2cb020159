import type { LegacyCall } from '../src/analysis/call.js';
import { importedFiles, withoutEnding } from '../src/analysis/imports.js';
import type { FlowFile } from './flow.js';
import type { PlanFile } from './plan.js';

/** What the flows have to know of each file. */
export function flowFilesOf(
  files: readonly PlanFile[],
  movable: readonly (readonly LegacyCall[])[],
): Map<FlowFile, PlanFile> {
  const nodes = files.map(({ analysis, path }, index) => {
    const calls = new Set(movable[index]);
    return {
      movable: [...calls],
      left: analysis.calls.filter((call) => !calls.has(call)),
      definitions: analysis.definitions,
      neighbours: new Set<FlowFile>(),
      // Only a file with calls can pass an id on.
      imports: analysis.calls.length > 0 ? importedFiles(analysis.module, path) : new Set<string>(),
      name: withoutEnding(path),
    };
  });
  // Several files may have one name without its ending: kyc.ts and kyc/index.ts.
  const byName = new Map<string, typeof nodes>();
  for (const node of nodes) byName.set(node.name, [...(byName.get(node.name) ?? []), node]);
  for (const node of nodes) {
    for (const other of [...node.imports].flatMap((name) => byName.get(name) ?? [])) {
      if (other === node) continue;
      node.neighbours.add(other);
      other.neighbours.add(node);
    }
  }
  return new Map(nodes.flatMap((node, index) => (files[index] ? [[node, files[index]]] : [])));
}
