import { expect, test } from 'vitest';

import type { MigrateReport } from '../../src/migrate.js';
import { akepa, akepaJson } from '../support/cli.js';
import { folder, read } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';
import { CALLER, CONFIG, STUCK } from '../support/sources.js';

const snapshot = (value: string): string => `// Vitest Snapshot v1\n\nexports[\`a 1\`] = \`\n${value}\n\`;\n`;
const SNAPSHOTS = {
  'src/__snapshots__/path.test.ts.snap': snapshot('"https://api.connectfi.com/customer/kyc/status/cst_1"'),
  'src/__snapshots__/answer.test.ts.snap': snapshot('{ "kycDocumentList": [], "label": "LICENSE" }'),
  'src/__snapshots__/generate.test.ts.snap': snapshot('"/document/generate"'),
  'src/__snapshots__/other.test.ts.snap': snapshot('"/customers/kyc", "/document/generated"'),
  'node_modules/x/__snapshots__/x.snap': snapshot('"/customer/kyc/status/cst_1"'),
};
const STALE = [
  { file: 'src/__snapshots__/answer.test.ts.snap', sign: 'kycDocumentList' },
  { file: 'src/__snapshots__/path.test.ts.snap', sign: '/customer/kyc/status/:customerId' },
];

test.concurrent('snapshot files of what has moved are named, and never edited', async () => {
  const cwd = folder({ 'src/a.ts': CALLER, 'akepa.config.json': CONFIG, ...SNAPSHOTS });
  const dry = await akepaJson<MigrateReport>(['migrate'], { cwd });
  expect(schemaErrors('migrate', dry)).toEqual([]);
  expect(dry.snapshots).toEqual(STALE);
  const { out } = await akepa(['migrate', '--write', '--summary', 'summary.md'], { cwd });
  expect(out).toContain(
    `Snapshots to update\n${STALE.map(
      ({ file, sign }) =>
        `  ${file}\n    It holds ${sign}: let its tests answer as akepa does, update it with their runner (-u), and look at what changes.\n`,
    ).join('')}`,
  );
  const summary = read(cwd, 'summary.md');
  for (const { file } of STALE) expect(summary).toContain(`- \`${file}\`: It holds `);
  expect(summary).not.toContain('generate.test.ts.snap');
  for (const [file, text] of Object.entries(SNAPSHOTS)) expect(read(cwd, file)).toBe(text);
});

test.concurrent('where nothing moves, no snapshot is', async () => {
  const cwd = folder({ 'src/a.ts': STUCK, 'akepa.config.json': CONFIG, ...SNAPSHOTS });
  const { snapshots } = await akepaJson<MigrateReport>(['migrate'], { cwd });
  expect(snapshots).toEqual([]);
});
