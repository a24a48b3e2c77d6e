// What a browser has to fetch, after gzip. A page that grows beyond its budget fails the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KIB = 1024;
const BUDGETS = [
  { name: 'loader', limit: 5 * KIB, files: (path) => path === 'widget/loader.js' },
  { name: 'widget', limit: 75 * KIB, files: (path) => path.startsWith('widget/assets/') && path.endsWith('.js') },
  {
    name: 'dashboard',
    limit: 110 * KIB,
    files: (path) => path.startsWith('dashboard/assets/') && path.endsWith('.js'),
  },
];

/** Throws when a budget is broken; prints what was measured either way. */
export function checkBudgets(directory) {
  const paths = readdirSync(directory, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
  const broken = [];
  for (const { name, limit, files } of BUDGETS) {
    const measured = paths
      .filter(files)
      .reduce((sum, path) => sum + gzipSync(readFileSync(join(directory, path))).length, 0);
    const line = `${name}: ${(measured / KIB).toFixed(1)} KiB of ${limit / KIB} KiB gzip`;
    console.log(line);
    if (measured === 0 || measured > limit) broken.push(line);
  }
  if (broken.length > 0) throw new Error(`bundle sizes out of budget: ${broken.join('; ')}`);
}
