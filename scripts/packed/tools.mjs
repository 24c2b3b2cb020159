import { chmodSync, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { put, succeed } from './run.mjs';

/** What a new repository has to name in its package.json, and what stands on the path. */
const TOOLS = { pnpm: '^10.0.0', yarn: '^1.22.22', '@yarnpkg/cli-dist': '^4.9.0' };
/** The versions of Node.js besides the one that runs this. */
const NODES = ['22', '24'];

/**
 * Installs the package managers and the other versions of Node.js, all from the npm registry.
 *
 * @returns the environment for a version of Node.js and a package manager
 */
export async function installTools(work) {
  const home = join(work, 'tools');
  const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const nodes = Object.fromEntries(NODES.map((major) => [`node${major}`, `npm:${platform}@${major}`]));
  put(home, { 'package.json': JSON.stringify({ private: true, dependencies: { ...TOOLS, ...nodes } }) });
  await succeed('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: home });
  const { stdout } = await succeed('npm', ['config', 'get', 'registry'], { cwd: home });
  const registry = stdout.trim();
  const folders = Object.fromEntries(
    NODES.map((major) => [major, join(home, `node_modules/node${major}/bin`)]),
  );
  for (const folder of Object.values(folders))
    if (!existsSync(join(folder, 'node'))) throw new Error(`packed: there is no Node.js in ${folder}`);
  const yarns = installYarns(home);
  return (major, manager) => ({
    PATH: [
      folders[major] ?? dirname(process.execPath),
      ...(yarns[manager] === undefined ? [] : [yarns[manager]]),
      join(home, 'node_modules/.bin'),
      process.env.PATH,
    ].join(delimiter),
    // Yarn asks a registry of its own by default, and caches under the user's home.
    npm_config_registry: registry,
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_REGISTRY: registry,
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_ENABLE_TELEMETRY: '0',
    YARN_CACHE_FOLDER: join(work, `cache-${manager === 'yarn' ? 'berry' : 'yarn'}`),
    YARN_GLOBAL_FOLDER: join(work, 'yarn-global'),
    npm_config_store_dir: join(work, 'pnpm-store'),
  });
}

/** Both packages have a program of the same name. */
function installYarns(home) {
  const scripts = { 'yarn 1': 'yarn/bin/yarn.js', yarn: '@yarnpkg/cli-dist/bin/yarn.js' };
  const folders = Object.keys(scripts).map((name) => [name, join(home, name.replace(' ', '-'))]);
  for (const [name, folder] of folders) {
    const script = join(home, 'node_modules', scripts[name]);
    put(folder, { yarn: `#!/bin/sh\nexec node "${script}" "$@"\n` });
    chmodSync(join(folder, 'yarn'), 0o755);
  }
  return Object.fromEntries(folders);
}
