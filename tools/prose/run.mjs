// What Maven runs: installs what package-lock.json names, when that has changed, then lints.
//   node tools/prose/run.mjs markdown             README, CONTRIBUTING, CHANGELOG, docs and the modules' READMEs
//   node tools/prose/run.mjs javadoc              the Javadoc of all main Java
//   node tools/prose/run.mjs all [--report FILE]  both; the report lists the findings by module
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

function install() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) hash.update(readFileSync(join(here, file)));
  const wanted = hash.digest('hex');
  const stamp = join(here, 'node_modules/.deskhand-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(stamp, wanted);
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

install();
run(process.execPath, '--test', '--test-reporter=dot');
run(process.execPath, 'lint.mjs', ...process.argv.slice(2));
