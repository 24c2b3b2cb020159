// Loaded before a program with --import: stops it before it renames a file to the one whose name ends in STOP_AT, or,
// for `read:`, before it reads that file. It goes on when the file GO is there; with GO=kill it is killed, as by `kill -9`.
// While it stands it has made the file AT.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { STOP_AT = '', AT = '', GO = '' } = process.env;
const [way, end] = STOP_AT.startsWith('read:') ? ['openSync', STOP_AT.slice(5)] : ['renameSync', STOP_AT];
const original = fs[way];
let stopped = false;

fs[way] = (...args) => {
  const file = way === 'renameSync' ? args[1] : args[0];
  if (!stopped && String(file).endsWith(end)) {
    stopped = true;
    if (GO === 'kill') process.kill(process.pid, 'SIGKILL');
    fs.writeFileSync(AT, '');
    while (!fs.existsSync(GO)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  return original(...args);
};
syncBuiltinESMExports();
