// `npm start`: what the tool says of examples/onboarding, what it would change there, and whether the link flow
// does the same after the change. With --all, compares in every scenario.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const onboarding = pathOf('onboarding');
const cli = pathOf('../dist/src/cli/main.js');
/** The exit codes that say: it ran, and there is something to see. */
const SEEN = [0, 1];
/** Enough for a first look. */
const SCENARIOS = ['happy-path', 'link-after-approval', 'expired-token'];

if (!existsSync(cli)) throw new Error('The package is not built; npm ci builds it.');

show('Every call of a deprecated endpoint in examples/onboarding', ['check']);
show('The edits, as a diff; nothing is written', ['migrate']);
compareLinkFlow();

console.log(`
What to do next
  In your project:   npm install --save-dev akepa-migrate, then npx akepa-migrate check
  What a code means: npx akepa-migrate explain AK301
  Supply what akepa requires: akepa.config.json, as in examples/onboarding/akepa.config.json
  Write the edits:   npx akepa-migrate migrate --write
  Compare your flow: npx akepa-migrate compare --help, and docs/compare.md; all 12 scenarios here: npm start -- --all`);

/** The service as it is, and a copy that is migrated with the config beside it. */
function compareLinkFlow() {
  const folder = mkdtempSync(join(tmpdir(), 'akepa-migrate-tour-'));
  const migrated = join(folder, 'onboarding');
  try {
    cpSync(onboarding, migrated, { recursive: true });
    symlinkSync(pathOf('../node_modules'), join(folder, 'node_modules'), 'junction');
    run(['migrate', '--write'], { cwd: migrated, stdio: 'ignore' });
    const program = `"${process.execPath}" "${pathOf('compare/licence.mjs')}"`;
    const scenarios = process.argv.includes('--all') ? [] : SCENARIOS.flatMap((name) => ['--scenario', name]);
    const programs = ['--before', `${program} "${onboarding}"`, '--after', `${program} "${migrated}"`];
    show(
      'The licence flow (src/licence.ts), before and after migrate, run against the bundled reference',
      ['compare', ...programs, ...scenarios],
      'compare --before "node examples/compare/licence.mjs examples/onboarding" --after "… <migrated copy>"',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function show(title, args, shown = args.join(' ')) {
  console.log(`\n=== ${title}\n=== akepa-migrate ${shown}\n`);
  run(args, { cwd: onboarding, stdio: 'inherit' });
}

function run(args, options) {
  const { status, error } = spawnSync(process.execPath, [cli, ...args], options);
  if (error) throw error;
  if (!SEEN.includes(status)) process.exit(status ?? 1);
}

function pathOf(relative) {
  return fileURLToPath(new URL(relative, import.meta.url));
}
