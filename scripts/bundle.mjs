// Makes of `build`, where tsc puts a file for each source, the JavaScript in `dist`: some dozens of files, which Node
// loads in a fraction of the time. What is imported on demand stays apart, and what several entries need is there once.
import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { rolldown } from 'rolldown';

const root = new URL('..', import.meta.url);
const { bin, exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
/** jscodeshift's Babel must not see more of the transform than this. */
const COMMON_JS = 'transforms/native-import.cjs';

const bundle = await rolldown({
  cwd: fileURLToPath(new URL('build', root)),
  platform: 'node',
  input: Object.fromEntries(entries().map((name) => [name, `./${name}.js`])),
  // The package's dependencies, and Node's modules.
  external: [/^[^./]/, /native-import\.cjs$/],
});
await bundle.write({
  dir: fileURLToPath(new URL('dist', root)),
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  // What is loaded together is one file, with all that it imports and that no group before it has.
  codeSplitting: {
    groups: [
      { name: 'start', test: /[\\/]src[\\/]cli[\\/](?:run|io)\.js$/ },
      { name: 'check', test: /[\\/]src[\\/]cli[\\/]commands[\\/]check\.js$/ },
      { name: 'analysis', test: /[\\/]src[\\/]look-into\.js$/ },
    ],
  },
  // A stack is to be read by people.
  minify: false,
  minifyInternalExports: false,
  comments: false,
});
await bundle.close();
copyFileSync(new URL(`build/${COMMON_JS}`, root), new URL(`dist/${COMMON_JS}`, root));

/** What package.json offers, and what is loaded by its path. */
function entries() {
  const offered = [...Object.values(bin), ...Object.values(exports).map((target) => target.default)];
  const names = offered.flatMap((path) => /^(?:\.\/)?dist\/(.*)\.js$/.exec(path)?.slice(1) ?? []);
  return [...names, 'transforms/one-file'];
}
