// Makes of `build`, where tsc puts a file for each source, the JavaScript in `dist`: some dozens of files, which Node
// loads in a fraction of the time. What is imported on demand stays apart, and what several entries need is there once.
import { copyFileSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';

import { AJV_OPTIONS } from '../build/src/config/compiled-schema.js';
import { CONFIG_SCHEMA } from '../build/src/config/schema.js';

const root = new URL('..', import.meta.url);
const { bin, exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
/** jscodeshift's Babel must not see more of the transform than this. */
const COMMON_JS = 'transforms/native-import.cjs';

const bundle = await rolldown({
  cwd: fileURLToPath(new URL('build', root)),
  platform: 'node',
  input: Object.fromEntries(entries().map((name) => [name, `./${name}.js`])),
  // The package's dependencies, and Node's modules.
  external: (id) => (!id.startsWith('.') && !isAbsolute(id)) || id.endsWith('native-import.cjs'),
  plugins: [compiledSchema()],
});
await bundle.write({
  dir: fileURLToPath(new URL('dist', root)),
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  // What is loaded together is one file, with all that it imports and that no group before it has.
  codeSplitting: {
    groups: [
      { name: 'start', test: /[\\/]src[\\/]cli[\\/](?:run|io)\.js$/ },
      { name: 'common', test: /[\\/]src[\\/](?:cli[\\/]commands[\\/]check\.js$|codes[\\/]|endpoints[\\/])/ },
      { name: 'sources', test: /[\\/]src[\\/]project[\\/]sources\.js$/ },
      { name: 'surroundings', test: /[\\/]src[\\/]surroundings\.js$/ },
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

/**
 * The function that ajv makes of the config's schema: to load ajv and to make it anew takes longer than to check a
 * file. It is CommonJS, for ESLint's rules can't wait.
 */
function compiledSchema() {
  return {
    name: 'compiled-schema',
    load(id) {
      if (!/[\\/]src[\\/]config[\\/]compiled-schema\.js$/.test(id)) return null;
      const ajv = new Ajv({ ...AJV_OPTIONS, code: { source: true } });
      const source = standalone.default(ajv, ajv.compile(CONFIG_SCHEMA));
      const file = this.emitFile({ type: 'asset', fileName: 'chunks/config-schema.cjs', source });
      return `import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export function compiledSchema() {
  const file = fileURLToPath(import.meta.ROLLUP_FILE_URL_${file});
  return createRequire(import.meta.url)(file);
}
`;
    },
  };
}
