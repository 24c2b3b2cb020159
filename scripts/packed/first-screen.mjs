import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { put, run, succeed } from './run.mjs';

const LEGACY =
  'export const beat = (id) => fetch(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${id}`);\n';

/** Does what README's first screen says, line by line, in a repository with a legacy call. */
export async function testFirstScreen({ work, tarball, readme, expect }) {
  const folder = join(work, 'first-screen');
  put(folder, {
    'package.json': '{ "name": "shop", "private": true }\n',
    'src/kyc.mjs': LEGACY,
    '.gitignore': 'node_modules\n',
  });
  await succeed('git', ['init', '--quiet'], { cwd: folder });
  const text = readFileSync(readme, 'utf8');
  const screen = text.slice(text.indexOf('In your project:'), text.indexOf('To move what is there:'));
  const lines = [...screen.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block]) => block.trim().split('\n'));
  expect(
    'README: the first screen has its five lines',
    lines.length === 5 && /^npm install --save-dev akepa-migrate/.test(lines[0]),
  );
  const answers = [];
  for (const line of lines) {
    // The package is not published while it is tested.
    const command = line.replace('--save-dev akepa-migrate', `--save-dev '${tarball}'`);
    answers.push({ line, ...(await run('sh', ['-c', command], { cwd: folder })) });
  }
  const statuses = answers.map(({ status }) => status);
  expect(
    `README: the first screen ends red, and only there\n${JSON.stringify(answers, null, 2)}`,
    JSON.stringify(statuses) === '[0,0,0,0,1]',
  );
  const [, shown = ''] = /^```text\n(.*?)^```/ms.exec(screen) ?? [];
  const printed = answers.at(-1)?.stdout.split('\n') ?? [];
  let at = -1;
  for (const line of shown.trim().split('\n')) {
    at = printed.indexOf(line, at + 1);
    expect(`README: the red check says "${line}"\n${printed.join('\n')}`, at >= 0);
  }
}
