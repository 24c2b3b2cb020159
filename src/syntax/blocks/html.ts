import { elements } from './elements.js';
import type { ScriptBlock } from './script-block.js';
import { scriptLanguage } from './script-language.js';

/** What browsers read as text up to the closing tag. */
const RAW = new Set(['iframe', 'noembed', 'noframes', 'script', 'style', 'textarea', 'title', 'xmp']);

/** The scripts of a page; the classic ones share the global scope, and each module has its own within. */
export function htmlBlocks(text: string): ScriptBlock[] {
  const scripts = elements(text, { contentOf: ({ name }) => (RAW.has(name) ? 'raw' : 'markup') });
  return scripts.flatMap(({ name, attributes, content, isClosed }): ScriptBlock[] => {
    const language = scriptLanguage(attributes);
    if (name !== 'script' || !language) return [];
    const isModule = attributes.get('type')?.trim().toLowerCase() === 'module';
    return [
      {
        range: content,
        language,
        sourceTypes: isModule ? ['module'] : ['unambiguous'],
        isOwnScope: isModule,
        isClosed,
        isTemplate: true,
      },
    ];
  });
}
