import { elements } from './elements.js';
import type { ScriptBlock } from './script-block.js';
import { scriptLanguage } from './script-language.js';

/** The scripts of a Svelte component; the instance's sees what the module's declares, so they are read as one. */
export function svelteBlocks(text: string): ScriptBlock[] {
  const blocks = elements(text, {
    selfCloses: true,
    // `{@html '<script>…'}`
    braces: 'skipped',
    contentOf: ({ name }) => (name === 'script' || name === 'style' ? 'raw' : 'markup'),
  });
  return blocks.flatMap(({ name, attributes, content, isClosed }): ScriptBlock[] => {
    const language = scriptLanguage(attributes);
    if (name !== 'script' || !language) return [];
    return [{ range: content, language, sourceTypes: ['module'], isOwnScope: false, isClosed }];
  });
}
