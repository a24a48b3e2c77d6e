// What a browser has to fetch, after gzip. A page that grows beyond its budget fails the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const KIB = 1024;

/** `files` gives the paths that count, out of all paths under `directory`. */
const BUDGETS = [
  { name: 'loader', limit: 5 * KIB, files: () => ['widget/loader.js'] },
  { name: 'widget', limit: 75 * KIB, files: scriptsOf('widget') },
  { name: 'dashboard, sign-in', limit: 100 * KIB, files: (paths, read) => neededBy('dashboard/index.html', read) },
  { name: 'dashboard, in total', limit: 250 * KIB, files: scriptsOf('dashboard') },
];

function scriptsOf(page) {
  return (paths) => paths.filter((path) => path.startsWith(`${page}/assets/`) && path.endsWith('.js'));
}

/** The scripts that the page names, and all that these import before they run. */
function neededBy(page, read) {
  const needed = new Set();
  const add = (path) => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const [, name] of read(path).matchAll(/(?:from|import)\s?["']\.\/([^"']+\.js)["']/g))
      add(posix.join(posix.dirname(path), name));
  };
  for (const [, name] of read(page).matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)) add(name);
  return [...needed];
}

/** Throws when a budget is broken; prints what was measured either way. */
export function checkBudgets(directory) {
  const paths = readdirSync(directory, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
  const read = (path) => readFileSync(join(directory, path), 'utf8');
  const broken = [];
  for (const { name, limit, files } of BUDGETS) {
    const measured = files(paths, read).reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
    const line = `${name}: ${(measured / KIB).toFixed(1)} KiB of ${limit / KIB} KiB gzip`;
    console.log(line);
    if (measured === 0 || measured > limit) broken.push(line);
  }
  if (broken.length > 0) throw new Error(`bundle sizes out of budget: ${broken.join('; ')}`);
}
