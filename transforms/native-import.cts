import fs = require('node:fs');
import path = require('node:path');
import url = require('node:url');

/** What `require` does with a file of an ending. */
type Loader = (module: NodeJS.Module, file: string) => void;

const PACKAGES = /[\\/]node_modules[\\/]/;

/**
 * `import()` as Node has it. jscodeshift runs everything that a transform requires through Babel, and where
 * @babel/preset-env is installed, that makes a `require` of each `import()`; `import.meta` does not survive it. A text
 * is out of Babel's reach.
 */
// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is this one
const importUrl = new Function('url', 'return import(url)') as (url: string) => Promise<unknown>;

leavePackagesAlone('.js');
leavePackagesAlone('.cjs');

/** Imports a file beside this one, which is CommonJS because only that knows its folder with and without Babel. */
function importBeside(name: string): Promise<unknown> {
  return importUrl(url.pathToFileURL(path.join(__dirname, name)).href);
}

/** Babel would compile the CommonJS packages below the analysis too, in each worker: that takes many seconds. */
function leavePackagesAlone(ending: string): void {
  // Deprecated for whoever adds a hook; Babel's are there and nowhere else. Node itself knows no `.jsx`.
  const loaders = require.extensions as Record<string, Loader | undefined>;
  const hooked = loaders['.jsx'] && loaders[ending];
  if (!hooked) return;
  loaders[ending] = (module, file) => {
    if (PACKAGES.test(file)) compileAsItIs(module, file);
    else hooked(module, file);
  };
}

function compileAsItIs(module: NodeJS.Module, file: string): void {
  // Node's types leave it out, and every hook of `require` calls it.
  const { _compile } = module as unknown as { readonly _compile: (text: string, file: string) => void };
  _compile.call(module, fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), file);
}

export = importBeside;
