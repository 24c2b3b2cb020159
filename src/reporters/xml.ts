type Attributes = Readonly<Record<string, string | number>>;

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element with elements in it, indented. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const start = `<${name}${attributesOf(attributes)}`;
  if (children.length === 0) return `${start}/>`;
  const inside = children.map((child) => indented(child)).join('\n');
  return `${start}>\n${inside}\n</${name}>`;
}

/** An element with text in it. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${attributesOf(attributes)}>${escaped(text)}</${name}>`;
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** Text is on one line of its own: a line end in it is a reference, so that nothing is indented but elements. */
function indented(child: string): string {
  return child
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 can't hold, not even as a reference, is spelled out. */
function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what it is about
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, spelled)
      .replaceAll(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character)
  );
}

function spelled(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
