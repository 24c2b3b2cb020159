import { createRequire } from 'node:module';

import type * as CodeFrame from '@babel/code-frame';
import type * as Ajv from 'ajv';
import type * as Ignore from 'ignore';
import type * as Jiti from 'jiti';
import type * as OxcResolver from 'oxc-resolver';
import type picomatch from 'picomatch';

/** The packages that few runs need, and that take longer to load than most runs take. */
interface Packages {
  readonly '@babel/code-frame': typeof CodeFrame;
  readonly ajv: typeof Ajv;
  readonly ignore: typeof Ignore;
  readonly jiti: typeof Jiti;
  readonly 'oxc-resolver': typeof OxcResolver;
  readonly picomatch: typeof picomatch;
}

const require = createRequire(import.meta.url);

/** Loads a package when it is needed, for whoever can't wait for an `import()`. */
export function requirePackage<N extends keyof Packages>(name: N): Packages[N] {
  // What `require` answers has the type that the package declares.
  return require(name) as Packages[N];
}
