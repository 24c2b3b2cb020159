import { STATUS_CODES } from 'node:http';
import { inspect } from 'node:util';

import type { Exchange } from '../reference/exchange.js';
import { codeOf, roleOf } from './steps.js';

/** How the two APIs say the same thing. */
const STATUS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:APPROVED|completed|[Aa]pproved)\b/g, '<approved>'],
  // The journey's status and outcome, one after the other.
  [/<approved>(?:["' ,:;/()-]+(?:outcome["' :]+)?<approved>)+/g, '<approved>'],
  [/\bWAITING_DATA\b|\bpending_(?:step_up|documents)\b/g, '<waiting for documents>'],
];
/** Shorter pieces of an answer stand in many texts. */
const SHORTEST_PIECE = 16;

/**
 * Replaces what a text repeats of the API's answers by what it stands for, so that programs are compared by what
 * they say and not by the shape of the answers that they pass on.
 */
export function withoutAnswers(text: string, exchanges: readonly Exchange[]): string {
  let plain = text;
  for (const [piece, name] of piecesOf(exchanges)) plain = plain.replaceAll(piece, name);
  // How many calls it takes to place a document differs: of answers line by line the last one counts.
  plain = plain.replace(/^(?:<answer about \w+>\s*\n)+(?=<answer about \w+>$)/gm, '');
  for (const exchange of exchanges) plain = withoutCall(plain, exchange);
  plain = plain.replace(/\b(?:GET|POST|PUT) <call>/g, '<call>');
  for (const [words, name] of STATUS_WORDS) plain = plain.replace(words, name);
  return plain;
}

/** Answers and what they are made of, in the forms in which programs print them; the longest first. */
function piecesOf(exchanges: readonly Exchange[]): [string, string][] {
  const pieces = new Map<string, string>();
  for (const exchange of exchanges) {
    if (exchange.responseText === '') continue;
    const body: unknown = JSON.parse(exchange.responseText);
    const isRefused = exchange.status >= 400;
    const name = isRefused ? '<refusal>' : `<answer about ${topicOf(exchange)}>`;
    for (const value of isRefused ? [body] : objectsIn(body))
      for (const form of formsOf(value))
        if (form.length >= SHORTEST_PIECE && !pieces.has(form)) pieces.set(form, name);
  }
  return [...pieces].sort(([one], [other]) => other.length - one.length);
}

/** One word for calls that have the same answer: linking answers what the status does. */
function topicOf({ endpoint }: Exchange): string {
  const [role] = roleOf(endpoint);
  if (role === 'generate' || (role === 'upload' && endpoint !== 'kyc-upload')) return 'document';
  return role === 'start' || role === 'status' || role === 'link' || role === 'upload' ? 'kyc' : role;
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

function formsOf(value: unknown): string[] {
  const json = JSON.stringify(value);
  const quoted = JSON.stringify(json).slice(1, -1);
  // As the value of a property, which is indented.
  const nested = inspect({ value })
    .replace(/^\{\s+value: /, '')
    .replace(/\s+\}$/, '');
  return [JSON.stringify(value, null, 2), json, quoted, inspect(value), nested];
}

/** Its address, and the status, code and message of a refusal. */
function withoutCall(text: string, exchange: Exchange): string {
  const { url, path, status, endpoint, responseText } = exchange;
  const plain = endpoint === undefined ? text : text.replaceAll(url, '<call>').replaceAll(path, '<call>');
  const code = codeOf(exchange);
  if (code === undefined || responseText === '') return plain;
  const { message } = JSON.parse(responseText) as { message?: unknown };
  const reason = STATUS_CODES[status] ?? String(status);
  return plain
    .replaceAll(typeof message === 'string' && message !== '' ? message : '<message>', '<message>')
    .replace(new RegExp(`\\b${code}\\b`, 'g'), '<code>')
    .replace(new RegExp(`\\b${status} \\(?${reason}\\)?|\\(${status}\\)`, 'g'), '<status>')
    .replace(
      new RegExp(`((?:status(?: ?code)?|HTTP|answered|response(?: code)?)['"]?[:=]? ?)${status}\\b`, 'gi'),
      '$1<status>',
    )
    .replaceAll(`: ${reason}`, ': <status>');
}
