import { propertyOf } from '../../transforms/edits/properties.js';
import { endOf, startOf } from '../syntax/ranges.js';
import { addProperties, editedJson, readJson } from './edit-json.js';
import { OWN_NAME, type Proposal, type Proposer } from './proposal.js';

const SOURCES = '*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro}';
const COMMAND = 'akepa-migrate check';
const FILES = /^(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.[cm]?[jt]s)$/;

/** A commit that adds a call is refused before it is made. */
export const lintStaged: Proposer = ({ files }) => {
  const manifest = files.get('package.json') ?? '';
  const inManifest = inJson('package.json', manifest, 'lint-staged');
  if (inManifest) return inManifest;
  const [file, text = ''] = [...files].find(([name]) => FILES.test(name)) ?? [];
  if (file === undefined) return [];
  return inJson(file, text) ?? (text.includes(OWN_NAME) ? [] : [advice(file)]);
};

/** The entry in the object of that key, or in the file's own; undefined where there is no such object. */
function inJson(file: string, before: string, key?: string): Proposal[] | undefined {
  const json = readJson(before);
  if (!json) return undefined;
  const object = key === undefined ? json.root : propertyOf(json.root, key)?.value;
  if (object?.type !== 'ObjectExpression') return undefined;
  if (before.slice(startOf(object) - 1, endOf(object) - 1).includes(OWN_NAME)) return [];
  // A key that is there twice counts once.
  if (propertyOf(object, SOURCES)) return [advice(file)];
  const edits = addProperties(object, { [SOURCES]: () => JSON.stringify(COMMAND) }, json);
  const title = 'a commit that adds a call of a deprecated endpoint is refused';
  return [{ kind: 'change', file, title, before, after: editedJson(json, edits) }];
}

function advice(file: string): Proposal {
  return {
    kind: 'advice',
    title: `lint-staged: add the check to ${file}`,
    text: `'${SOURCES}': '${COMMAND}',`,
  };
}
