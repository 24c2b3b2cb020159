import { inspect, stripVTControlCharacters } from 'node:util';

import type { Exchange } from '../reference/exchange.js';
import { codeOf, roleOf } from './steps.js';

/** How the two APIs say the same thing. */
const STATUS_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\bAPPROVED\b|\b(?:status )?completed\b(?:[ ,:;/()-]+(?:outcome )?Approved\b)?|\bApproved\b/g,
    '<approved>',
  ],
  [/\bWAITING_DATA\b|\bpending_(?:step_up|documents)\b/g, '<waiting for documents>'],
];

/** The lines of standard error that name an error; all of them where none does. */
export function errorLines(stderr: string): string[] {
  const lines = stripVTControlCharacters(stderr)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const named = lines.filter((line) => /^(?:Uncaught )?\w*(?:Error|Exception)\b[^\n]*/.test(line));
  return named.length > 0 ? named : lines.filter((line) => !/^(?:\s+at |Node\.js v)/.test(line));
}

/**
 * Replaces what a text repeats of the API's answers by what it stands for, so that programs are compared by what
 * they say and not by the shape of the answers that they pass on.
 */
export function withoutAnswers(text: string, exchanges: readonly Exchange[]): string {
  let plain = text;
  for (const exchange of exchanges) {
    const [role] = roleOf(exchange.endpoint);
    for (const [part, name] of [...wholes(exchange, role), ...parts(exchange, role)])
      if (part.length > 3) plain = plain.replaceAll(part, name);
    if (exchange.status >= 400)
      plain = plain.replace(
        new RegExp(`(status(?: code)?[:=]? ?|HTTP |answered )${exchange.status}\\b`, 'gi'),
        `$1<status of ${role}>`,
      );
  }
  for (const [words, name] of STATUS_WORDS) plain = plain.replace(words, name);
  return plain;
}

/** An answer, or its data, in the forms in which programs print it; the longest first. */
function wholes({ responseText }: Exchange, role: string): [string, string][] {
  if (responseText === '') return [];
  const body = JSON.parse(responseText) as { data?: unknown };
  return [body, body.data]
    .filter((value) => typeof value === 'object' && value !== null)
    .flatMap((value): [string, string][] => [
      [JSON.stringify(value, null, 2), `<answer of ${role}>`],
      [JSON.stringify(value), `<answer of ${role}>`],
      [inspect(value), `<answer of ${role}>`],
    ]);
}

/** The message and the code of a refusal. */
function parts(exchange: Exchange, role: string): [string, string][] {
  const code = codeOf(exchange);
  if (code === undefined || exchange.responseText === '') return [];
  const { message } = JSON.parse(exchange.responseText) as { message?: unknown };
  return [
    ...(typeof message === 'string' ? [[message, `<message of ${role}>`] as [string, string]] : []),
    [code, `<code of ${role}>`],
  ];
}
