// Lists the source files below the working directory and asks for the stat of each: what no run can do without.
import { readdirSync, statSync } from 'node:fs';

let files = 0;
walk('.');
console.log(files);

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    const path = `${folder}/${name}`;
    if (entry.isDirectory()) {
      if (name !== 'node_modules' && name !== '.git') walk(path);
    } else if (/\.[cm]?[jt]sx?$/.test(name) && statSync(path).isFile()) files++;
  }
}
