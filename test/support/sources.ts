/** One call of a deprecated endpoint, at line 4; rewritten with {@link CONFIG}, annotated without. */
export const CALLER = `import axios from 'axios';

export async function beat(customerId: string): Promise<void> {
  await axios.get(\`\${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/\${customerId}\`);
}
`;

/** A body without a reference, and an answer that is read: a TODO with and without {@link CONFIG}. */
export const STUCK = `export async function status(customerId: string): Promise<string> {
  const res = await fetch(\`\${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/\${customerId}\`);
  const { data } = await res.json();
  return data.kyc.mode;
}
`;

/** Nothing to find, although a marker makes it worth parsing. */
export const CLEAN = `export const title = 'document';
`;

/** What {@link CALLER} lacks. */
export const CONFIG = `${JSON.stringify({ values: { applicationId: 'app1' } }, null, 2)}
`;

/** {@link CALLER} after \`migrate --write\` with {@link CONFIG}, on the lines that change. */
export const MOVED = `  await axios.post(\`\${process.env.CONNECTFI_BASE_URL}/akepa/status\`, {
    customerId,
    applicationId: 'app1',
  });
`;

/** generate, and the upload of what it made: one flow in two files; its config has what {@link CALLER} lacks, too. */
export const FLOW = {
  'generate.ts': `import axios from 'axios';

export async function generate(): Promise<string> {
  const made = await axios.post(\`\${process.env.CONNECTFI_BASE_URL}/document/generate\`);
  return made.data.data.id;
}
`,
  'upload.ts': `import axios from 'axios';
import { generate } from './generate.js';

export async function upload(form: FormData): Promise<void> {
  await axios.post(\`\${process.env.CONNECTFI_BASE_URL}/document/upload/\${await generate()}\`, form);
}
`,
  'akepa.config.json': JSON.stringify({
    values: {
      workflow: 'PERSONAL',
      documentName: 'license',
      extension: 'jpg',
      documentType: 'license',
      applicationId: 'app1',
    },
  }),
};

/** 5 MB on one line, with a call in it. */
export function minified(): string {
  return `${'var a=function(b){return b+1};'.repeat(175_000)}fetch("https://x/customer/kyc/status/"+a);`;
}

/** A text with Windows line ends. */
export function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

export const BOM = '\uFEFF';
