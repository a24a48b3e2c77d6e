// Builds every page into target/classes/static and holds the bundles to their size budgets.
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';
import { checkBudgets } from './budgets.mjs';
import './contract.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '--noEmit'], { cwd: root, stdio: 'inherit' });

const { module: config } = await runnerImport(`${root}vite.config.ts`);
// Reading the configuration sets this to what suits a developer; React has a build for those, which is three times as large.
process.env.NODE_ENV = 'production';
for (const page of config.builds) await build(page);
// The demo shop stands for somebody else's site: plain files that only know the loader's address.
cpSync(`${root}src/demo`, `${root}target/classes/static/demo`, { recursive: true });
checkBudgets(`${root}target/classes/static`);
