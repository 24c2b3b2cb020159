import { rmSync } from 'node:fs';

// What was deleted from the sources must not live on in the package.
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
