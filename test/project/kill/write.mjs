// `node write.mjs PENDING`: the part of `migrate --write` that writes, for a migration that was made before.
import { readFileSync } from 'node:fs';

import { writePending } from '../../../build/src/write-pending.js';

const { report, pending } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { errors } = writePending(report, pending, process.cwd());
if (errors.length > 0) throw new Error(errors[0].message);
