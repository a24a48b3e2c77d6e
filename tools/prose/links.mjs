// A textlint rule: a relative link leads to a file that exists, and its anchor to a heading of that file.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The anchors of a Markdown text's headings, as GitHub makes them. */
export function anchors(markdown) {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => /^#+ /.test(line))
    .map((line) =>
      line
        .replace(/^#+ /, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    );
}

export default function links(context) {
  const { Syntax, RuleError, getFilePath, report } = context;
  const check = (node) => {
    if (/^[a-z]+:/.test(node.url)) return;
    const [path, anchor] = decodeURI(node.url).split('#');
    const target = path === '' ? getFilePath() : resolve(dirname(getFilePath()), path);
    if (!existsSync(target)) report(node, new RuleError(`no such file: ${path}`));
    else if (anchor && !anchors(readFileSync(target, 'utf8')).includes(anchor))
      report(node, new RuleError(`no such heading: ${node.url}`));
  };
  return { [Syntax.Link]: check, [Syntax.Image]: check };
}
