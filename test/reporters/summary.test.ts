import { format } from 'prettier';
import { expect, test } from 'vitest';

import { loadConfig } from '../../src/config/load.js';
import { migrateFiles, type MigrateReport } from '../../src/migrate.js';
import { code, prose, table } from '../../src/reporters/markdown.js';
import { summary } from '../../src/reporters/summary.js';
import { akepa } from '../support/cli.js';
import { type Files, folder, read } from '../support/folder.js';
import { CALLER, CONFIG, STUCK } from '../support/sources.js';

const LINK = `import axios from 'axios';

export const attributes = (customerId: string) =>
  axios.post(\`\${process.env.CONNECTFI_BASE_URL}/customer/kyc/add-attributes\`, { customerId });
`;
const FILES: Files = {
  'src/a.ts': CALLER,
  'src/b|c/d.ts': CALLER,
  'src/stuck.ts': STUCK,
  'src/attributes.ts': LINK,
  'src/broken.ts': "const init = ('/customer/kyc/init'",
  'akepa.config.json': CONFIG,
};

async function reportOf(files: Files): Promise<MigrateReport> {
  const cwd = folder(files);
  const { report } = await migrateFiles([], { cwd, loaded: await loadConfig(cwd) });
  return report;
}

test('everything that a pull request has to say', async () => {
  const text = summary(await reportOf(FILES), { written: true });
  await expect(text).toMatchFileSnapshot('./summary.golden.md');
});

test('the tables are tables: a Markdown formatter has nothing to change', async () => {
  const report = await reportOf(FILES);
  for (const written of [true, false]) {
    const text = summary(report, { written });
    expect(await format(text, { parser: 'markdown' })).toBe(text);
  }
});

test('a dry run says that nothing is written, and not how to undo it', async () => {
  const text = summary(await reportOf(FILES), { written: false });
  expect(text).toContain('Nothing is written yet');
  expect(text).not.toContain('undo');
});

test('pipes, backticks and markup of names stay text', () => {
  expect(code('a`b')).toBe('``a`b``');
  expect(code('`x`')).toBe('`` `x` ``');
  expect(prose('`a_b` is <b>*not*</b> [x](y) | z')).toBe(
    String.raw`\`a_b\` is`.replaceAll('\\`', '`') + String.raw` \<b\>\*not\*\</b\> \[x\](y) \| z`,
  );
  expect(table(['a', 'b'], [[code('x|y'), prose('1|2')]])).toBe(
    ['| a      | b    |', '| ------ | ---- |', String.raw`| ${'`x\\|y`'} | 1\|2 |`].join('\n'),
  );
});

test('--summary writes the file, - prints it, and a folder that is not there is said before anything is written', async () => {
  const cwd = folder(FILES);
  const dry = await akepa(['migrate', '--summary', '-'], { cwd });
  expect(dry.out).toMatch(/^## connectFi KYC: /);
  await akepa(['migrate', '--write', '--summary', 'pr.md'], { cwd });
  expect(read(cwd, 'pr.md')).toMatch(/^## connectFi KYC: [\s\S]+\n### How to undo it\n/);
  const other = folder(FILES);
  const { code, err } = await akepa(['migrate', '--write', '--summary', 'no/pr.md'], { cwd: other });
  expect(code).toBe(2);
  expect(err).toMatch(/^akepa-migrate: --summary: there is no folder .+no\n$/);
  expect(read(other, 'src/a.ts')).toBe(CALLER);
});
