// Loaded before a program with --import: kills it, as `kill -9` does, at the KILL_AT-th call that changes a file or
// folder; at a write, when half of it is written. With `Infinity` it says how many such calls there were.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CHANGING = [
  'appendFileSync',
  'closeSync',
  'fchmodSync',
  'fchownSync',
  'fsyncSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
];

const killAt = Number(process.env.KILL_AT);
let calls = 0;

for (const name of CHANGING) {
  const original = fs[name];
  fs[name] = (...args) => {
    // What loads modules reads; only the program itself writes.
    if (name === 'openSync' && !/[wa]/.test(String(args[1]))) return original(...args);
    calls++;
    if (calls === killAt) {
      const [file, text, ...rest] = args;
      if (name === 'writeFileSync' && typeof text === 'string')
        original(file, text.slice(0, text.length / 2), ...rest);
      process.kill(process.pid, 'SIGKILL');
    }
    return original(...args);
  };
}
syncBuiltinESMExports();
if (killAt === Infinity) process.on('exit', () => process.stderr.write(`calls: ${calls}\n`));
