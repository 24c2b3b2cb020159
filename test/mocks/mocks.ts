import { mocksIn, type MockOptions } from '../../src/analysis/mocks.js';
import { parseModule } from '../../src/syntax/parse.js';
import { lineAt } from '../../src/syntax/position.js';

/** Every test double of a deprecated endpoint: `document-generate POST nock likely 2`; `*` is every method. */
export function mocks(source: string | readonly string[], options?: MockOptions): string[] {
  const text = typeof source === 'string' ? source : source.join('\n');
  return mocksIn(parseModule('test/kyc.test.ts', text), options).map(
    ({ match, request, client, confidence, range }) =>
      `${match.endpoint.id} ${request.method.value ?? '*'} ${client} ${confidence} ${lineAt(text, range[0])}`,
  );
}
