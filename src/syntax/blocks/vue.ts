import { elements } from './elements.js';
import type { ScriptBlock } from './script-block.js';
import { scriptLanguage } from './script-language.js';

/** The scripts of a Vue component, `<script>` and `<script setup>`, which are one module. */
export function vueBlocks(text: string): ScriptBlock[] {
  // Vue parses a template that is HTML; style, docs, i18n and a template in pug are text to it.
  const blocks = elements(text, {
    selfCloses: true,
    contentOf: ({ name, attributes }) =>
      name === 'template' && (attributes.get('lang') ?? 'html') === 'html' ? 'nested' : 'raw',
  });
  return blocks.flatMap(({ name, attributes, content, isClosed }): ScriptBlock[] => {
    const language = scriptLanguage(attributes);
    if (name !== 'script' || !language) return [];
    return [{ range: content, language, sourceTypes: ['module'], isOwnScope: false, isClosed }];
  });
}
