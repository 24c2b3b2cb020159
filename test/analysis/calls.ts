import { analyse, type AnalyseOptions } from '../../src/analysis/analyse.js';
import type { Analysis, LegacyCall } from '../../src/analysis/call.js';
import { parseModule } from '../../src/syntax/parse.js';
import { lineAt } from '../../src/syntax/position.js';
import { startOf } from '../../src/syntax/ranges.js';

/** A title, the lines of a file, and the calls in it as {@link summary} prints them. */
export type Row = readonly [name: string, source: string | readonly string[], ...calls: readonly string[]];

/** The analysis of a source text. */
export function analysed(
  source: string | readonly string[],
  file = 'src/kyc.ts',
  options?: AnalyseOptions,
): Analysis {
  return analyse(parseModule(file, typeof source === 'string' ? source : source.join('\n')), options);
}

/** Every call of a source text, whatever its confidence. */
export function calls(source: string | readonly string[], file?: string, options?: AnalyseOptions): string[] {
  const { module, calls } = analysed(source, file, options);
  return calls.map((call) => summary(call, module.text));
}

/** The calls that are reported by default. */
export function reported(
  source: string | readonly string[],
  file?: string,
  options?: AnalyseOptions,
): string[] {
  return calls(source, file, options).filter((call) => !call.includes(' possible '));
}

/** `document-generate POST axios likely 2`: endpoint, method, client, confidence, line of the call. */
function summary({ call, client, confidence, match, request }: LegacyCall, text: string): string {
  const line = lineAt(text, startOf(call.node));
  return `${match.endpoint.id} ${request.method.value ?? '?'} ${client} ${confidence} ${line}`;
}
