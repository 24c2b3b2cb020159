import type { LegacyCall } from '../../../src/analysis/call.js';
import { type Edit, minimal } from '../../../src/syntax/edits.js';
import { isWithin, rangeOf } from '../../../src/syntax/ranges.js';
import type { Dialect } from '../../dialects.js';
import type { Sequence } from '../../recipes/recipe.js';
import type { Code } from '../code.js';
import { freeName } from '../free-name.js';
import type { StatementCode } from './statements.js';
import { withSuffix } from './suffix.js';
import type { Way } from './way.js';
import { isTypeScript } from '../../../src/syntax/is-typescript.js';

/** The calls that come in place of one. */
export interface StepCodes {
  /** Generates the document, and keeps its id in a const. */
  readonly generate: readonly StatementCode[];
  readonly upload: readonly StatementCode[];
  readonly update: Code;
  /** Makes the call itself the upload; undefined where a part of it stands elsewhere. */
  readonly urlEdit: Edit | undefined;
  /** A failure is returned, not thrown. */
  readonly failure: boolean;
}

export function stepCodes(
  call: LegacyCall,
  { again, url, dialect, frame }: Way,
  sequence: Sequence,
  rank: number,
): StepCodes {
  const { module, node } = call.call;
  const name = (...names: [string, ...string[]]): string =>
    freeName(names, node, module) + (rank > 1 ? String(rank) : '');
  const generated = name('generated', 'generatedDocument');
  const answer = name('created', 'createdDocument');
  const uploaded = name('uploaded', 'uploadedDocument');
  const id = name('documentId', 'akepaDocumentId');
  const type = isTypeScript(module.file) ? typeOf(dialect.idPath) : undefined;
  const generateUrl = url.print('akepa-document-generate');
  const generate = again.json(generateUrl, sequence.generate, dialect.isGeneric ? type : undefined);
  const update = again.json(url.print('akepa-update'), sequence.update(id));
  const uploadUrl = url.print('akepa-document-upload', id);
  const upload = frame.promised(again.form(uploadUrl));
  const { failed } = dialect;
  const { suffix } = frame;
  const isOwn = isWithin(url.node, node) && suffix === '';
  return {
    generate: idSteps(frame.promised(generate), dialect, {
      ...{ generated, answer, id, type },
      isOptional: type !== undefined && frame.isOptional === true,
    }),
    upload: failed
      ? [
          [`const ${uploaded} = await `, upload],
          [`if (${failed(uploaded)}) return ${uploaded}`, ''],
        ]
      : [['await ', upload]],
    update: withSuffix(frame.promised(update), suffix),
    urlEdit: isOwn ? minimal(module.text, { range: rangeOf(url.node), text: uploadUrl }) : undefined,
    failure: failed !== undefined,
  };
}

/** `{ data: { id: string } }` */
function typeOf(path: readonly string[]): string {
  return path.reduceRight((type, name) => `{ ${name}: ${type} }`, 'string');
}

/** Names for what comes out of the first request, and the type of its parsed answer, where it has to be said. */
interface Names {
  readonly generated: string;
  readonly answer: string;
  readonly id: string;
  readonly type: string | undefined;
  readonly isOptional: boolean;
}

/** The statements that keep the document's id in a const. */
function idSteps(
  generate: Code,
  { holder, reader, isDirect, isText, failed, idPath }: Dialect,
  { generated, answer, id, type, isOptional }: Names,
): StatementCode[] {
  const mark = isOptional ? '!' : '';
  const below = (name: string): StatementCode => [`const ${id} = `, [name + mark, ...idPath].join('.')];
  if (holder !== undefined && failed)
    return [
      [`const ${answer} = await `, generate],
      [`if (${failed(answer)}) return ${answer}`, ''],
      below(holder === '' ? answer : `${answer}.${holder}`),
    ];
  if (isText)
    return [
      [`const ${answer} = await `, generate],
      [`const ${generated} = `, `JSON.parse(${answer})`],
      below(generated),
    ];
  if (holder === '') return [[`const ${generated} = await `, generate], below(generated)];
  if (holder !== undefined)
    return [[`const { ${holder}: ${generated} } = await `, generate], below(generated)];
  if (isDirect) {
    const json = withSuffix(generate, type === undefined ? '.json()' : `.json<${type}>()`);
    return [[`const ${generated} = await `, json], below(generated)];
  }
  const json = `await ${answer}${reader}.json()`;
  return [
    [`const ${answer} = await `, generate],
    ...(failed ? [[`if (${failed(answer)}) return ${answer}`, ''] as const] : []),
    [`const ${generated} = `, type === undefined ? json : `(${json}) as ${type}`],
    below(generated),
  ];
}
