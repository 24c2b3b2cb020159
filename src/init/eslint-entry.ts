import { applyEdits } from '../syntax/edits.js';
import { ParseError, parseModule } from '../syntax/parse.js';
import { styleOf } from '../syntax/style.js';
import { importEdits, importKind } from '../../transforms/edits/imports.js';
import { appendElement, listOf } from './append-element.js';
import { configListOf } from './config-list.js';
import { type Proposal, type Proposer, OWN_NAME } from './proposal.js';

const NAME = 'akepa';
const SOURCE = 'akepa-migrate/eslint';
const ENTRY = `${NAME}.configs.recommended`;
const TITLE = 'each call of a deprecated endpoint is a warning in the editor';
const FROM_ABOVE = /['"]\.\.\//;
/** Before it, ESLint has no flat config by default. */
const LEAST_ESLINT = 9;

/** The plugin in ESLint's config: by an edit where that is sure to be right, else as text to paste. */
export const eslintEntry: Proposer = ({ files, flatConfigs, legacyConfigs, dependencies }) => {
  const [, major] = /(\d+)/.exec(dependencies.get('eslint') ?? '') ?? [];
  const isOld = Number(major ?? LEAST_ESLINT) < LEAST_ESLINT;
  if (flatConfigs.length > 0 && !isOld)
    return flatConfigs.flatMap((file) => entryIn(file, files.get(file) ?? ''));
  const [config] = [...flatConfigs, ...legacyConfigs];
  if (config === undefined) return [];
  const why = isOld ? `ESLint ${major}` : config;
  return [
    {
      kind: 'advice',
      title: `ESLint: the rules need ESLint 9 or 10 and a flat config, and this repository has ${why}`,
      text: `npx @eslint/migrate-config .eslintrc.json   # or go without: \`akepa-migrate check\` finds the same calls`,
    },
  ];
};

function entryIn(file: string, text: string): Proposal[] {
  // A package's config that goes on from one above has what that one has.
  if (text.includes(OWN_NAME) || (file.includes('/') && FROM_ABOVE.test(text))) return [];
  const after = edited(file, text);
  if (after !== undefined) return [{ kind: 'change', file, title: TITLE, before: text, after }];
  const kind = /\.c[jt]s$/.test(file)
    ? `const { default: ${NAME} } = require('${SOURCE}');`
    : `import ${NAME} from '${SOURCE}';`;
  return [
    {
      kind: 'advice',
      title: `ESLint: add the plugin to what ${file} exports`,
      text: `${kind}\n\n${ENTRY},   // an element of the config's array`,
    },
  ];
}

/** The config with the entry; undefined where it is not sure what it exports. */
function edited(file: string, source: string): string | undefined {
  const bom = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(bom.length);
  const module = parsed(file, text);
  const list = module && configListOf(module);
  if (!list || new RegExp(String.raw`\b${NAME}\b`).test(text)) return undefined;
  const style = styleOf(text);
  const isRequiring = importKind(module) === 'require';
  const imports = importEdits(module, [{ name: NAME, from: SOURCE }], style).map(({ range, text: code }) => ({
    range,
    // The plugin is the default export.
    text: code.replace(`{ ${NAME} }`, isRequiring ? `{ default: ${NAME} }` : NAME),
  }));
  const entry = appendElement(listOf(list, module), ENTRY, module, style);
  return bom + applyEdits(text, [...imports, ...entry]);
}

function parsed(file: string, text: string): ReturnType<typeof parseModule> | undefined {
  try {
    return parseModule(file, text);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
