// `npm start`: what the tool says of examples/onboarding, and what it would change there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('onboarding', import.meta.url));
const cli = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
/** The exit codes that say: it ran, and there is something to see. */
const SEEN = [0, 1];

if (!existsSync(cli)) throw new Error('The package is not built; npm ci builds it.');

show('check', 'Every call of a deprecated endpoint in examples/onboarding');
show('migrate', 'The edits, as a diff; nothing is written');

console.log(`
What to do next
  In your project:   npm install --save-dev akepa-migrate, then npx akepa-migrate check
  What a code means: npx akepa-migrate explain AK301
  Supply what akepa requires: akepa.config.json, as in examples/onboarding/akepa.config.json
  Write the edits:   npx akepa-migrate migrate --write`);

function show(verb, title) {
  console.log(`\n=== ${title}\n=== akepa-migrate ${verb}\n`);
  const { status, error } = spawnSync(process.execPath, [cli, verb], { cwd, stdio: 'inherit' });
  if (error) throw error;
  if (!SEEN.includes(status)) process.exit(status ?? 1);
}
