// A textlint plugin that reads the Javadoc of a Java file. Everything else is blanked out with spaces, so that each place in the text that the rules
// see is the same place in the file. A paragraph, a list item and a block tag are a paragraph each.

const NAMED_TAGS = new Set(['param', 'throws', 'exception']);
const CODE_TAGS = new Set(['code', 'literal', 'value', 'snippet', 'index', 'inheritDoc', 'summary']);
const REFERENCE_TAGS = new Set(['see', 'since', 'author', 'version', 'spec', 'serial']);

/** The ranges of Javadoc comments, without their delimiters. */
export function javadocs(source) {
  const token = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return [...source.matchAll(token)]
    .filter(([text]) => text.startsWith('/**') && text.length > 4)
    .map(({ 0: text, index }) => [index + 3, index + text.length - 2]);
}

const blank = (text) => text.replace(/[^\n]/g, ' ');

/** Splits one comment into paragraphs of pieces, each with its range in the file. */
export function paragraphs(source, [from, to]) {
  const result = [];
  let pieces = [];
  const endParagraph = () => {
    if (pieces.some(({ type, text }) => type === 'Code' || text.trim() !== '')) result.push(pieces);
    pieces = [];
  };
  const add = (type, start, end, text = source.slice(start, end)) =>
    end > start && pieces.push({ type, start, end, text });
  // In this order: code blocks, inline tags, HTML tags, block tags, blank lines, the star before a line.
  const mark =
    /<pre>[\s\S]*?<\/pre>|\{@(\w+)((?:[^{}]|\{[^{}]*\})*)\}|<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|(?:^|\n)[ \t]*\*?[ \t]*@(\w+)([ \t]+)?|\n[ \t]*\*?[ \t]*(?=\n|$)|\n[ \t]*\*(?!\/)/g;
  const text = source.slice(from, to);
  let last = 0;
  for (const found of text.matchAll(mark)) {
    add('Str', from + last, from + found.index);
    const start = from + found.index;
    let end = start + found[0].length;
    if (found[1]) inlineTag(found, start, end);
    else if (found[4]) {
      if (/^(p|li|ul|ol|dl|dt|dd|table|tr|td|th|h[1-6]|br|div|blockquote)$/i.test(found[4])) endParagraph();
      else add('Str', start, end, blank(found[0]));
    } else if (found[5]) {
      endParagraph();
      const rest = source.slice(end, to);
      if (NAMED_TAGS.has(found[5])) end += rest.match(/^\S*/)[0].length;
      else if (REFERENCE_TAGS.has(found[5])) end += rest.match(/^[^\n]*/)[0].length;
    } else if (found[0].startsWith('<pre>') || (/^\n[ \t]*\*?[ \t]*$/.test(found[0]) && source[end] === '\n'))
      endParagraph();
    else add('Str', start, end, blank(found[0]));
    last = end - from;
    mark.lastIndex = last;
  }
  add('Str', from + last, to);
  endParagraph();
  return result;

  function inlineTag([whole, name, body], start, end) {
    const label = /^link|^linkplain/.test(name) ? body.match(/^\s+[^\s(]+(?:\([^)]*\))?\s+(\S[\s\S]*)$/) : null;
    if (label) {
      const at = start + whole.lastIndexOf(label[1]);
      add('Str', start, at, blank(source.slice(start, at)));
      add('Str', at, at + label[1].length, label[1].replace(/\n[ \t]*\*/g, blank));
      add('Str', at + label[1].length, end, blank(source.slice(at + label[1].length, end)));
    } else if (CODE_TAGS.has(name) || /^link/.test(name)) add('Code', start, end, whole);
    else add('Str', start, end, blank(whole));
  }
}

function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Builds textlint's tree, and the text that belongs to it. */
export function parse(source) {
  const starts = lineStarts(source);
  const position = (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low] };
  };
  const shown = blank(source).split('');
  const comments = javadocs(source).flatMap((range) => paragraphs(source, range));
  for (const { start, text } of comments.flat()) for (let at = 0; at < text.length; at++) shown[start + at] = text[at];
  const text = shown.join('');
  const node = (type, start, end, more) => ({
    type,
    range: [start, end],
    loc: { start: position(start), end: position(end) },
    raw: text.slice(start, end),
    ...more,
  });
  const joined = (pieces) => {
    // Neighbouring words are one node, so that a rule sees a phrase that an HTML tag or a new line divides.
    const runs = [];
    for (const piece of pieces) {
      const before = runs.at(-1);
      if (before?.type === piece.type && piece.type === 'Str' && before.end === piece.start) before.end = piece.end;
      else runs.push({ ...piece });
    }
    return runs.map(({ type, start, end }) => node(type, start, end, { value: text.slice(start, end) }));
  };
  const children = comments.map((pieces) =>
    node('Paragraph', pieces[0].start, pieces.at(-1).end, { children: joined(pieces) }),
  );
  return { text, ast: node('Document', 0, source.length, { children }) };
}

export default {
  Processor: class {
    availableExtensions() {
      return ['.java'];
    }

    processor() {
      return {
        preProcess: (source) => parse(source),
        postProcess: (messages, filePath) => ({ messages, filePath: filePath ?? '' }),
      };
    }
  },
};
