import { elements } from './elements.js';
import type { ScriptBlock } from './script-block.js';
import { scriptLanguage } from './script-language.js';

/** The frontmatter of an Astro component, which runs on the server, and its scripts, which run in the browser. */
export function astroBlocks(text: string): ScriptBlock[] {
  const front = frontmatter(text);
  const scripts = elements(text, {
    from: front?.end ?? 0,
    selfCloses: true,
    // Elements may stand in `{list.map(…)}`.
    braces: 'in attributes',
    contentOf: ({ name }) => (name === 'script' || name === 'style' ? 'raw' : 'markup'),
  });
  const blocks = scripts.flatMap(({ name, attributes, content, start, isClosed }): ScriptBlock[] => {
    const language = scriptLanguage(attributes);
    if (name !== 'script' || !language || isQuoted(start, text)) return [];
    // Astro bundles a script, which may then be TypeScript, unless it is told to leave it.
    const isInline = attributes.has('is:inline') || attributes.has('define:vars');
    return [
      {
        range: content,
        language: isInline ? language : 'ts',
        sourceTypes: isInline ? ['unambiguous'] : ['module'],
        isOwnScope: true,
        isClosed,
      },
    ];
  });
  return front ? [front.block, ...blocks] : blocks;
}

function frontmatter(text: string): { readonly block: ScriptBlock; readonly end: number } | undefined {
  const open = /^\s*---/.exec(text)?.[0];
  if (open === undefined) return undefined;
  const start = open.length;
  // A comment may hold another one, but hardly at the start of a line.
  const close = find(/^[ \t]*---/gm, text, start) ?? find(/---/g, text, start);
  const end = close?.index ?? text.length;
  return {
    end: end + (close?.[0].length ?? 0),
    block: {
      range: [start, end],
      language: 'ts',
      sourceTypes: ['module'],
      isOwnScope: false,
      isClosed: close !== undefined,
      mayReturn: true,
    },
  };
}

/** `set:html={'<script>…'}` */
function isQuoted(start: number, text: string): boolean {
  return /['"`]$/.test(text.slice(0, start).trimEnd().slice(-1));
}

function find(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text) ?? undefined;
}
