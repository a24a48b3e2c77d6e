// A textlint rule: a sentence has at most `max` words. A piece of code is one word, and may begin a sentence. A table's cell is read like a paragraph.

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const HARD_BREAKS = new Set(['Break', 'Html']);

/** The words below a node, with the place in the file that each piece comes from. */
function flatten(node, pieces = []) {
  if (node.type === 'Str') pieces.push({ text: node.raw.replace(/\n/g, ' '), from: node.range[0] });
  else if (node.type === 'Code') pieces.push({ text: 'Code', from: node.range[0] });
  else if (HARD_BREAKS.has(node.type)) pieces.push({ text: ' ', from: node.range[0] });
  else if (node.type !== 'Image') node.children?.forEach((child) => flatten(child, pieces));
  return pieces;
}

export function longSentences(node, max) {
  const pieces = flatten(node);
  const text = pieces.map((piece) => piece.text).join('');
  const placeOf = (offset) => {
    let start = 0;
    for (const piece of pieces) {
      if (offset < start + piece.text.length) return piece.from + (offset - start);
      start += piece.text.length;
    }
    return node.range[0];
  };
  return [...SENTENCES.segment(text)]
    .map(({ segment, index }) => ({ words: countWords(segment), at: placeOf(index) }))
    .filter(({ words }) => words > max);
}

export const countWords = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export default function sentenceLength(context, { max = 25 } = {}) {
  const { Syntax, RuleError, locator, report } = context;
  const check = (node) => {
    for (const { words, at } of longSentences(node, max)) {
      const offset = at - node.range[0];
      report(
        node,
        new RuleError(`a sentence of ${words} words; at most ${max}`, { padding: locator.range([offset, offset + 1]) }),
      );
    }
  };
  return { [Syntax.Paragraph]: check, [Syntax.TableCell]: check };
}
