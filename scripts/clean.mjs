import { rmSync } from 'node:fs';

// What was deleted from the sources must not live on in the package.
for (const folder of ['build', 'dist'])
  rmSync(new URL(`../${folder}`, import.meta.url), { recursive: true, force: true });
