import { propertyOf } from '../../transforms/edits/properties.js';
import type { Edit } from '../syntax/edits.js';
import { appendElement, listOf } from './append-element.js';
import { addProperties, editedJson, type JsonText, objectOf, readJson } from './edit-json.js';
import { OWN_NAME, type Proposer } from './proposal.js';

const FILE = '.oxlintrc.json';
const PLUGIN = '{ "name": "akepa", "specifier": "akepa-migrate/eslint" }';
const RULES = ['no-legacy-endpoint', 'no-leftover-todo', 'valid-akepa-request'].map(
  (name) => `akepa/${name}`,
);

/** The plugin in oxlint's config. */
export const oxlintEntry: Proposer = ({ files }) => {
  const before = files.get(FILE);
  if (before === undefined || before.includes(OWN_NAME)) return [];
  const json = readJson(before);
  const edits = json && entryIn(json);
  if (json && edits)
    return [
      {
        kind: 'change',
        file: FILE,
        title: 'each call of a deprecated endpoint is a warning of oxlint',
        before,
        after: editedJson(json, edits),
      },
    ];
  const rules = RULES.map((rule) => `"${rule}": "warn"`).join(', ');
  return [
    {
      kind: 'advice',
      title: `oxlint: add the plugin to ${FILE}`,
      text: `"jsPlugins": [${PLUGIN}],\n"rules": { ${rules} }`,
    },
  ];
};

function entryIn(json: JsonText): Edit[] | undefined {
  const { root, module, style } = json;
  const plugins = propertyOf(root, 'jsPlugins')?.value;
  const rules = propertyOf(root, 'rules')?.value;
  if (plugins && plugins.type !== 'ArrayExpression') return undefined;
  if (rules && rules.type !== 'ObjectExpression') return undefined;
  const levels = Object.fromEntries(RULES.map((rule) => [rule, 'warn']));
  return [
    ...(plugins ? appendElement(listOf(plugins, module), PLUGIN, module, style) : []),
    ...(rules ? addProperties(rules, mapped(levels), json) : []),
    ...addProperties(
      root,
      {
        ...(!plugins && { jsPlugins: () => `[${PLUGIN}]` }),
        ...(!rules && { rules: objectOf(levels, json) }),
      },
      json,
    ),
  ];
}

function mapped(levels: Readonly<Record<string, string>>): Record<string, () => string> {
  return Object.fromEntries(
    Object.entries(levels).map(([rule, level]) => [rule, () => JSON.stringify(level)]),
  );
}
