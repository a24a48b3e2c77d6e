// What Maven runs: does the work only when its inputs changed since it last succeeded.
//   node scripts/maven.mjs build   installs what package-lock.json names and builds the pages
//   node scripts/maven.mjs test    runs the tests
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCK = ['package.json', 'package-lock.json', '.npmrc'];
const CONTRACT = '../docs/openapi';
const GENERATED = join('src', 'api', 'generated');
const TOOLS = ['tsconfig.json', 'vite.config.ts', 'vitest.config.ts', 'eslint.config.mjs', ...LOCK];

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true })
    .map((name) => join(path, name))
    .filter((name) => statSync(join(root, name)).isFile() && !name.startsWith(GENERATED))
    .sort();
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesOf))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** Runs `work` unless the stamp says that it succeeded with the same inputs and what it made is still there. */
function unlessFresh(stamp, inputs, made, work) {
  const file = join(root, stamp);
  const wanted = digest(inputs);
  const held = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (held === wanted && made.every((path) => existsSync(join(root, path)))) return;
  rmSync(file, { force: true });
  work();
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, wanted);
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

unlessFresh('node_modules/.deskhand-lock', LOCK, ['node_modules/vite'], () =>
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error'),
);

switch (process.argv[2]) {
  case 'build':
    unlessFresh(
      'target/.build',
      ['src', 'scripts', CONTRACT, ...TOOLS],
      ['target/classes/static/widget/loader.js'],
      () => npm('run', '--silent', 'build'),
    );
    break;
  case 'test':
    unlessFresh('target/.test', ['src', 'test', 'dev', 'e2e', 'scripts', '.prettierrc.json', ...TOOLS], [], () =>
      npm('run', '--silent', 'test'),
    );
    break;
  default:
    throw new Error('usage: node scripts/maven.mjs build|test');
}
