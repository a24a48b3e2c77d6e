// Lints the project's prose with textlint: one finding a line as file:line:column, exit code 1 when there is one.
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import words from 'textlint-rule-prh';
import terminology from 'textlint-rule-terminology';
import javadoc from './javadoc.mjs';
import links from './links.mjs';
import sentenceLength from './sentence-length.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');
const USAGE = 'usage: node lint.mjs markdown|javadoc|all [--report FILE]';

// Spellings of the terminology rule that are a matter of taste, and not ours.
const OUR_SPELLINGS = [
  'ID',
  "id['’]?s",
  'blank line(s)?',
  'indexes\\b',
  'readme(s)?',
  'lock[- ]file(s)?',
  'end ?to ?end',
];

const options = {
  configBaseDir: here,
  plugins: [
    { pluginId: 'markdown', plugin: markdown.default ?? markdown, options: true },
    { pluginId: 'javadoc', plugin: javadoc, options: true },
  ],
  rules: [
    { ruleId: 'words', rule: words.default ?? words, options: prh('words.yml') },
    { ruleId: 'sentence-length', rule: sentenceLength, options: { max: 25 } },
    { ruleId: 'links', rule: links, options: true },
    {
      ruleId: 'terminology',
      rule: terminology.default ?? terminology,
      options: { defaultTerms: true, exclude: OUR_SPELLINGS },
    },
  ],
};

function prh(file) {
  return {
    rulePaths: [join(here, file)],
    checkLink: true,
    checkBlockQuote: true,
    checkEmphasis: true,
    checkHeader: true,
  };
}

const SKIPPED = new Set(['node_modules', 'target', '.git', '.data', 'test-results']);

function filesUnder(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(path, wanted);
      return wanted(relative(root, path).replaceAll('\\', '/')) ? [path] : [];
    });
}

const KINDS = {
  markdown: (path) =>
    /^[^/]+\.md$/.test(path) ||
    /^docs\/.*\.md$/.test(path) ||
    (/(^|\/)README\.md$/.test(path) && !/\/src\//.test(path)),
  javadoc: (path) => /\/src\/main\/java\/.*\.java$/.test(path),
};

async function lint(path) {
  const result = await new TextlintKernel().lintText(readFileSync(path, 'utf8'), {
    ...options,
    filePath: path,
    ext: extname(path),
  });
  return result.messages.map(({ line, column, message, ruleId }) => ({
    file: relative(root, path).replaceAll('\\', '/'),
    line,
    column,
    rule: ruleId,
    message: message.replace(/\s+/g, ' '),
  }));
}

const show = ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${message} [${rule}]`;

/** The findings by module, with their number by rule. */
function report(findings) {
  const blocks = [...group(findings, moduleOf)].map(([name, list]) =>
    [`== ${name}: ${list.length}${counts(list)}`, ...list.map(show)].join('\n'),
  );
  return [`${findings.length} findings${counts(findings)}`, ...blocks].join('\n\n') + '\n';
}

const moduleOf = ({ file }) =>
  file.match(/^(.*?)\/(?:src|README\.md)/)?.[1] ?? (file.startsWith('docs/') ? 'docs' : '.');

function counts(list) {
  const byRule = [...group(list, ({ rule }) => rule)].map(([rule, of]) => `${rule} ${of.length}`).sort();
  return byRule.length === 0 ? '' : ` (${byRule.join(', ')})`;
}

function group(list, key) {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const { values, positionals } = parseArgs({ options: { report: { type: 'string' } }, allowPositionals: true });
const kinds = positionals[0] === 'all' ? Object.values(KINDS) : [KINDS[positionals[0]]];
if (positionals.length !== 1 || !kinds[0]) {
  console.error(USAGE);
  process.exit(2);
}

const findings = [];
for (const path of filesUnder(root, (name) => kinds.some((wanted) => wanted(name))))
  findings.push(...(await lint(path)));
if (values.report) writeFileSync(resolve(values.report), report(findings));
else findings.forEach((finding) => console.error(show(finding)));
console.error(`prose: ${findings.length === 0 ? 'no findings' : `${findings.length} findings${counts(findings)}`}`);
process.exit(findings.length === 0 ? 0 : 1);
