import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RULES = fileURLToPath(new URL('.', import.meta.url));
/** Versions that were current when the table was made; newer ones are free to be tried. */
const PACKAGES = [
  '@ast-grep/cli@0.51.1',
  'jscodeshift@17',
  'eslint@10',
  '@typescript-eslint/parser@8',
  'typescript@6',
  'oxlint@1',
];
const PATTERN = 'customer/kyc/|document/(generate|upload)';

/**
 * Installs the peers into a folder of their own.
 *
 * @param {string} folder absolute
 * @returns {Record<string, Peer>} by name; `ripgrep` only where the system has it
 * @typedef {{ command: (corpus: string) => string[], found?: (out: string, corpus: string) => string[],
 *   rewrite?: (corpus: string) => string[], env?: Record<string, string> }} Peer
 *   `found` gives `file:line` of what is reported
 */
export function installPeers(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // npm finds what is installed already.
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', ...PACKAGES], folder);
  const bin = (name) => join(folder, 'node_modules', '.bin', name);
  // It imports the parser from where it lies.
  const eslintConfig = join(folder, 'eslint.config.mjs');
  copyFileSync(join(RULES, 'eslint.config.mjs'), eslintConfig);
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
  return {
    ...(hasRipgrep && {
      ripgrep: {
        command: () => [
          'rg',
          '--line-number',
          '--no-heading',
          '-g',
          '*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}',
          '-e',
          PATTERN,
          '.',
        ],
        found: (out) => lines(out, /^\.\/(.+?):(\d+):/),
      },
    }),
    'ast-grep': {
      command: () => [bin('ast-grep'), 'scan', '--rule', join(RULES, 'ast-grep.yml'), '--json=stream', '.'],
      found: (out) =>
        out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
          .map(({ file, range }) => `${file.replace(/^\.\//, '')}:${range.start.line + 1}`),
      rewrite: () => [
        bin('ast-grep'),
        'scan',
        '--rule',
        join(RULES, 'ast-grep-rewrite.yml'),
        '--update-all',
        '.',
      ],
    },
    jscodeshift: {
      command: () => [...codemod(bin), '--dry'],
      found: (out) => lines(out, /^REP .+ (?:\.\/)?(\S+):(\d+)$/),
      rewrite: () => [...codemod(bin), '--rename=true'],
    },
    'ESLint, selectors': {
      command: () => [bin('eslint'), '--config', eslintConfig, '--format', 'json', '--no-ignore', '.'],
      found: (out, corpus) =>
        JSON.parse(out).flatMap(({ filePath, messages }) =>
          messages.map(({ line }) => `${filePath.slice(corpus.length + 1)}:${line}`),
        ),
      env: { NODE_OPTIONS: '--max-old-space-size=4096' },
    },
    // It has no rule for texts: the time of one native rule, as a floor.
    'oxlint, one native rule': { command: () => [bin('oxlint'), '-A', 'all', '-D', 'no-debugger', '.'] },
  };
}

function codemod(bin) {
  return [
    bin('jscodeshift'),
    '--transform',
    join(RULES, 'jscodeshift.cjs'),
    '--extensions',
    'js,jsx,mjs,cjs,ts,tsx,mts,cts',
    '--parser',
    'tsx',
    '.',
  ];
}

function lines(out, pattern) {
  return out.split('\n').flatMap((line) => {
    const match = pattern.exec(line.trim());
    return match ? [`${match[1]}:${match[2]}`] : [];
  });
}

function run(program, args, cwd) {
  const { status, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr || error?.message}`);
}
