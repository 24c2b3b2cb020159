import { readSource } from '../project/read.js';
import { KnownError } from './known-error.js';

/**
 * Reads a JSON file.
 *
 * @param path absolute
 * @throws {KnownError} when it can't be read, or is no JSON
 */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readSource(path).text);
  } catch (error) {
    // The parser's message would quote the file, and secrets may be in it.
    const isSyntax = error instanceof SyntaxError || !(error instanceof Error);
    throw new KnownError(`${path}: ${isSyntax ? 'it is not JSON' : error.message}`, { cause: error });
  }
}
