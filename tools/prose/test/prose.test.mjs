import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../javadoc.mjs';
import { anchors } from '../links.mjs';
import { countWords, longSentences } from '../sentence-length.mjs';

const words = (source) =>
  parse(source).ast.children.map(({ children }) =>
    children
      .map(({ type, value }) => (type === 'Code' ? '#' : value))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  );

test('javadoc is read paragraph by paragraph, without tags and stars', () => {
  const source = `
/**
 * First words of
 * the <b>class</b>, see {@link Other#method(int) the other} or {@code x * y}.
 *
 * <p>Second.
 *
 * <ul><li>One<li>Two</ul>
 *
 * @param name what it is called
 * @return n
 * @see Other not read
 */
class A { String s = "/** no comment */"; /* nor this */ /** One line. */ int b; }
`;
  assert.deepEqual(words(source), [
    'First words of the class , see the other or #.',
    'Second.',
    'One',
    'Two',
    'what it is called',
    'n',
    'One line.',
  ]);
});

test('every place in the text is the same place in the file', () => {
  const source = 'package a;\n\n/** Alpha beta. */\nclass A {\n    /**\n     * Gamma delta.\n     */\n    int b;\n}\n';
  const { text, ast } = parse(source);
  assert.equal(text.length, source.length);
  assert.equal(text.indexOf('Gamma'), source.indexOf('Gamma'));
  assert.deepEqual(ast.children[0].loc.start.line, 3);
  assert.deepEqual(ast.children[1].loc.end.line, 7);
  assert.ok(!text.includes('class'));
});

test('a sentence ends with its full stop, and code is one word', () => {
  const node = {
    range: [0, 40],
    children: [
      { type: 'Str', raw: 'One two ', range: [0, 8] },
      { type: 'Code', value: 'a b c', range: [8, 15] },
      { type: 'Str', raw: ' four. Five six seven eight nine.', range: [15, 48] },
    ],
  };
  assert.deepEqual(longSentences(node, 4), [{ words: 5, at: 22 }]);
});

test('dashes and signs are no words', () => {
  assert.equal(countWords('a – b → c, 3 ≤ 4'), 5);
});

test('an anchor is the heading in lower case with hyphens', () => {
  assert.deepEqual(anchors("# A `b` [c](d)\n```\n# no heading\n```\n## Customers' API (bot-service, port 8080)\n"), [
    'a-b-c',
    'customers-api-bot-service-port-8080',
  ]);
});
