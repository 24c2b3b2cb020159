import { codePage, CODES } from '../../codes/page.js';
import { nearest } from '../../config/validate.js';
import { UsageError } from '../errors.js';
import { type Command, EXIT } from '../io.js';
import { FILE_OPTIONS, parseOptions } from '../options.js';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'say what a code means and what to do',
  help: `akepa-migrate explain [code]

Prints the page of a code such as AK301, or the list of all codes.

Examples
  akepa-migrate explain AK303
  akepa-migrate explain
`,
  run(args, io) {
    const { positionals } = parseOptions(args, { help: FILE_OPTIONS.help });
    const [code, more] = positionals;
    if (more !== undefined) throw new UsageError('explain takes one code');
    if (code === undefined) {
      io.out(CODES.map(({ code, title }) => `${code}  ${title}\n`).join(''));
      return Promise.resolve(EXIT.clean);
    }
    const page = codePage(code.toUpperCase());
    if (page === undefined) {
      const meant = nearest(
        code,
        CODES.map((row) => row.code),
      );
      throw new UsageError(`there is no code ${code}${meant ? `; did you mean ${meant}?` : ''}`);
    }
    io.out(page);
    return Promise.resolve(EXIT.clean);
  },
};
