import { BASELINE_FILE } from '../gate/baseline-text.js';
import { styleOf } from '../syntax/style.js';
import type { Proposer } from './proposal.js';

const FILE = '.gitattributes';

/** Two branches that both take entries out of the baseline merge without a conflict. */
export const gitAttributes: Proposer = ({ files }) => {
  const before = files.get(FILE);
  if (before?.includes(BASELINE_FILE)) return [];
  return [
    {
      kind: 'change',
      file: FILE,
      title: 'branches that change the baseline merge without a conflict',
      before,
      after: withLine(before ?? '', `${BASELINE_FILE} merge=union`),
    },
  ];
};

/** A text with one more line, after the file's own line ends. */
export function withLine(text: string, line: string): string {
  const { eol } = styleOf(text);
  const begin = text === '' || text.endsWith('\n') ? '' : eol;
  return text + begin + line + eol;
}
