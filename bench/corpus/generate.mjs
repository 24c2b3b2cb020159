import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { KINDS } from './modules.mjs';
import { plant } from './planted.mjs';
import { randomFrom } from './random.mjs';

const SEED = 20_261_128;
const NOUNS =
  'Account Address Agent Alert Audit Balance Batch Card Cart Case Charge Contract Coupon Device Event Fee File Invoice Label Ledger Limit Member Order Partner Payment Plan Price Quote Refund Region Report Role Rule Session Shipment Stock Task Team Ticket Token Transfer User Vendor Wallet'.split(
    ' ',
  );
/** Files of one folder. */
const FOLDER = 12;
/** Share of the files that hold a marker and no call: a link, a comment, another service's path. */
const MARKED = { sparse: 0.003, dense: 0.06 };
const MARKS = [
  "const HELP = 'https://help.example/document/generate';\n",
  '// see /document/upload/ in the wiki\n',
  "export const PREVIEW = '/documents/preview';\n",
  "export const KEY = 's3://bucket/document/report.pdf';\n",
];

/**
 * Writes a repository of ordinary TypeScript with planted legacy calls, and commits it.
 *
 * @param {string} folder absolute; made
 * @param {{ files: number, calls: number, density: keyof typeof MARKED, config: object }} options
 * @returns {{ planted: { file: string, line: number, endpoint: string }[], files: number, bytes: number }}
 */
export function generate(folder, { files, calls, density, config }) {
  const random = randomFrom(SEED);
  let bytes = 0;
  const paths = [];
  for (let index = 0; index < files; index++) {
    const [name, kind] = pick(random());
    const noun = `${NOUNS[index % NOUNS.length]}${Math.floor(index / NOUNS.length)}`;
    const path = `packages/p${Math.floor(index / FOLDER / 20)}/src/f${Math.floor(index / FOLDER)}/${noun}.${kind.ending}`;
    const n = 1 + Math.floor(random() ** 2 * (name === 'types' ? 16 : 12));
    const mark = random() < MARKED[density] ? MARKS[index % MARKS.length] : '';
    const to = imported(paths, dirname(path), random);
    const text = kind.text({ name: noun, n, to, mark });
    bytes += text.length;
    write(join(folder, path), text);
    paths.push(path);
  }
  const planted = plant(join(folder, 'planted'), calls).map((call) => ({
    ...call,
    file: `planted/${call.file}`,
  }));
  write(join(folder, 'akepa.config.json'), `${JSON.stringify(config)}\n`);
  write(join(folder, 'package.json'), '{ "name": "corpus", "private": true, "type": "module" }\n');
  // Some tools keep caches there.
  write(join(folder, '.gitignore'), 'node_modules/\n');
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'corpus');
  return { planted, files, bytes };
}

/** Up to four modules of the same folder, or of one before it. */
function imported(paths, folder, random) {
  const near = paths.slice(-FOLDER);
  return Array.from({ length: Math.floor(random() * 4) }, () => near[Math.floor(random() * near.length)])
    .filter((path) => path !== undefined && !path.includes('.test.'))
    .map((path) => {
      const module = path.replace(/\.tsx?$/, '');
      const own = dirname(path) === folder;
      return own ? `./${module.split('/').at(-1)}` : `../${module.split('/').slice(-2).join('/')}`;
    });
}

function pick(share) {
  let sum = 0;
  const entries = Object.entries(KINDS);
  return entries.find(([, kind]) => (sum += kind.share) > share) ?? entries[0];
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
