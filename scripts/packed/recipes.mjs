import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { put, run, succeed } from './run.mjs';

const LEGACY =
  'export const beat = (id) => fetch(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${id}`);\n';
/** What each command is to leave behind. */
const REPORTS = [
  'gl-code-quality-report.json',
  'reports/akepa.xml',
  'reports/akepa-checkstyle.xml',
  'reports/akepa.md',
  'summary.md',
];

/** Runs every command of docs/ci.md in a repository whose calls the baseline knows. */
export async function testRecipes({ work, tarball, recipes, expect }) {
  const folder = join(work, 'recipes');
  const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
  put(folder, {
    'package.json': '{ "name": "shop", "private": true }\n',
    'src/kyc.mjs': LEGACY,
    '.gitignore': 'node_modules\n',
  });
  await succeed('git', ['init', '--quiet'], { cwd: folder });
  await succeed('npm', ['install', '--no-audit', '--no-fund', '--save-dev', tarball], { cwd: folder });
  await succeed('npx', ['akepa-migrate', 'init', '--yes'], { cwd: folder });
  const commands = commandsIn(readFileSync(recipes, 'utf8'));
  expect(`docs/ci.md has commands: ${commands.join(', ')}`, commands.length >= 9 && commands[0] === 'npm ci');
  for (const command of commands) {
    const { status, stdout, stderr } = await run('sh', ['-c', command], { cwd: folder, env });
    expect(`docs/ci.md: ${command} answers 0\n${stdout}${stderr}`, status === 0);
  }
  for (const report of REPORTS)
    expect(`docs/ci.md: a command writes ${report}`, existsSync(join(folder, report)));
  put(folder, { 'src/new-call.mjs': LEGACY });
  // Whatever is reported besides, the exit code is the same: the shortest and that of lint-staged stand for all.
  for (const command of commands.filter((line) => !/npm ci|--/.test(line))) {
    const red = command.replace('src/kyc.mjs', 'src/new-call.mjs');
    const { status, stdout } = await run('sh', ['-c', red], { cwd: folder, env });
    expect(
      `docs/ci.md: ${red} refuses a new call
${stdout}`,
      status === 1,
    );
  }
}

/** Each once, the install first. */
function commandsIn(text) {
  const blocks = [...text.matchAll(/^```(\w+)[^\n]*\n(.*?)^```/gms)];
  const commands = blocks.flatMap(([, language, code]) => {
    if (language === 'sh') return code.trim().split('\n');
    if (language === 'groovy') return [...code.matchAll(/\bsh '(.*)'/g)].map(([, command]) => command);
    if (language === 'yaml') return commandsOf(parse(code));
    // lint-staged appends the files that are committed, and finds the project's programs.
    return Object.values(JSON.parse(code)['lint-staged']).map((command) => `npx ${command} src/kyc.mjs`);
  });
  return [...new Set(commands)].sort((left, right) => Number(right === 'npm ci') - Number(left === 'npm ci'));
}

/** The commands of a CI system's file, wherever they stand in it. */
function commandsOf(value, key) {
  if (Array.isArray(value)) return value.flatMap((item) => commandsOf(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, item]) => commandsOf(item, name));
  return ['run', 'script', 'entry', 'commands'].includes(key) ? [value] : [];
}
