import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { ts } from 'ts-morph';

import { VerifyError } from './error.js';

/** A tsconfig.json as TypeScript reads it. */
export interface TsConfig {
  /** Absolute. */
  readonly file: string;
  readonly parsed: ts.ParsedCommandLine;
}

const NAMES = ['tsconfig.json', 'jsconfig.json'];

/**
 * The configs that may have a file in their program, the likeliest first: of the folders around it from the inside,
 * each followed by the projects that it refers to.
 *
 * @returns takes an absolute path
 */
export function tsConfigs(api: typeof ts): (path: string) => readonly TsConfig[] {
  const known = new Map<string, TsConfig>();
  const ofFolder = new Map<string, readonly TsConfig[]>();
  return (path) => {
    const found = configsAround(dirname(path));
    const isNamed = ({ parsed }: TsConfig): boolean => parsed.fileNames.includes(path);
    return [...found.filter(isNamed), ...found.filter((config) => !isNamed(config))];
  };

  function configsAround(folder: string): readonly TsConfig[] {
    const cached = ofFolder.get(folder);
    if (cached) return cached;
    const file = NAMES.map((name) => join(folder, name)).find((name) => existsSync(name));
    const own = file === undefined ? [] : withReferences(file);
    const configs = dirname(folder) === folder ? own : [...own, ...configsAround(dirname(folder))];
    ofFolder.set(folder, configs);
    return configs;
  }

  function withReferences(start: string): TsConfig[] {
    const configs = new Map<string, TsConfig>();
    const queue = [start];
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      if (configs.has(file) || !existsSync(file)) continue;
      const config = known.get(file) ?? { file, parsed: parse(api, file) };
      known.set(file, config);
      configs.set(file, config);
      queue.push(
        ...(config.parsed.projectReferences ?? []).map((one) => api.resolveProjectReferencePath(one)),
      );
    }
    return [...configs.values()];
  }
}

/** @throws {VerifyError} when it is no config */
function parse(api: typeof ts, file: string): ts.ParsedCommandLine {
  const { error } = api.readConfigFile(file, (path) => api.sys.readFile(path));
  if (error) fail(error);
  const parsed = api.getParsedCommandLineOfConfigFile(
    file,
    { noEmit: true, composite: false, incremental: false, declaration: false, declarationMap: false },
    { ...api.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  // An option that only another version knows is no obstacle.
  if (!parsed) throw new VerifyError(`--verify types: ${file} can not be read`);
  return parsed;

  function fail({ messageText }: ts.Diagnostic): never {
    throw new VerifyError(`--verify types: ${file}: ${api.flattenDiagnosticMessageText(messageText, ' ')}`);
  }
}
