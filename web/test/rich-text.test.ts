import { describe, expect, it } from 'vitest';
import { parseInline, parseRichText, safeHref } from '../src/chat-core/rich-text';

describe('rich text', () => {
  it('reads paragraphs, bold and lists', () => {
    expect(parseRichText('You have **30 days**.\n\n- unused\n- with receipt')).toEqual([
      {
        type: 'paragraph',
        lines: [
          [
            { type: 'text', text: 'You have ' },
            { type: 'bold', children: [{ type: 'text', text: '30 days' }] },
            { type: 'text', text: '.' },
          ],
        ],
      },
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [[{ type: 'text', text: 'unused' }], [{ type: 'text', text: 'with receipt' }]],
      },
    ]);
  });

  it('keeps HTML as the text that it is', () => {
    expect(parseInline('<img src=x onerror=alert(1)>')).toEqual([
      { type: 'text', text: '<img src=x onerror=alert(1)>' },
    ]);
  });

  it('ends a bare link before the punctuation of its sentence', () => {
    expect(parseInline('See https://example.com/a.')).toEqual([
      { type: 'text', text: 'See ' },
      { type: 'link', href: 'https://example.com/a', children: [{ type: 'text', text: 'https://example.com/a' }] },
      { type: 'text', text: '.' },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'file:///etc',
  ])('does not follow %s', (target) => {
    expect(safeHref(target)).toBeNull();
    expect(parseInline(`[here](${target})`).some(({ type }) => type === 'link')).toBe(false);
  });

  it('leaves a half-written bold mark of a growing answer as text', () => {
    expect(parseInline('You have **30 da')).toEqual([{ type: 'text', text: 'You have **30 da' }]);
  });

  it('continues the numbers of an ordered list', () => {
    expect(parseRichText('3. three\n4. four')).toMatchObject([
      { type: 'list', ordered: true, start: 3, items: [{}, {}] },
    ]);
  });
});
