/**
 * A small, safe subset of Markdown: paragraphs, lists, bold and links with http or https. The result is a tree that pages turn into
 * nodes; nothing of the text is ever interpreted as HTML. What is not understood stays as it was written.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly type: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    };

const BULLET = /^\s{0,3}[-*•]\s+(.*)$/;
const NUMBER = /^\s{0,3}(\d{1,3})[.)]\s+(.*)$/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*)$/;

export function parseRichText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    blocks.push(...blocksOf(part.split('\n').filter((line) => line.trim() !== '')));
  }
  return blocks;
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const item = listItem(line);
    const last = blocks.at(-1);
    if (item === null) {
      const inline = parseInline(line.replace(HEADING, '**$1**'));
      if (last?.type === 'paragraph') blocks[blocks.length - 1] = { ...last, lines: [...last.lines, inline] };
      else blocks.push({ type: 'paragraph', lines: [inline] });
    } else if (last?.type === 'list' && last.ordered === item.ordered) {
      blocks[blocks.length - 1] = { ...last, items: [...last.items, parseInline(item.text)] };
    } else {
      blocks.push({ type: 'list', ordered: item.ordered, start: item.start, items: [parseInline(item.text)] });
    }
  }
  return blocks;
}

function listItem(line: string): { ordered: boolean; start: number; text: string } | null {
  const bullet = BULLET.exec(line);
  if (bullet !== null) return { ordered: false, start: 1, text: bullet[1] ?? '' };
  const numbered = NUMBER.exec(line);
  if (numbered !== null) return { ordered: true, start: Number(numbered[1]), text: numbered[2] ?? '' };
  return null;
}

const INLINE = /\*\*(?=\S)(.+?)(?<=\S)\*\*|\[([^\][]{1,300})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>"'`]{1,2000})/g;

export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, bold, label, target, bare] = match;
    const node =
      bold !== undefined ? boldOf(bold) : bare !== undefined ? bareLink(bare) : link(label ?? '', target ?? '');
    if (node === null) continue;
    pushText(parts, text.slice(at, match.index));
    parts.push(node.inline);
    pushText(parts, node.rest);
    at = match.index + whole.length;
  }
  pushText(parts, text.slice(at));
  return parts;
}

function pushText(parts: Inline[], text: string): void {
  if (text !== '') parts.push({ type: 'text', text });
}

const boldOf = (text: string) => ({ inline: { type: 'bold', children: parseInline(text) } as const, rest: '' });

function link(label: string, target: string): { inline: Inline; rest: string } | null {
  const href = safeHref(target);
  return href === null ? null : { inline: { type: 'link', href, children: [{ type: 'text', text: label }] }, rest: '' };
}

/** A bare address ends before the punctuation that closes its sentence. */
function bareLink(text: string): { inline: Inline; rest: string } | null {
  const address = text.replace(/[.,;:!?)\]}*]+$/, '');
  const found = link(address, address);
  return found === null ? null : { inline: found.inline, rest: text.slice(address.length) };
}

/** The address if following it is harmless: http, https, or a path of this site; else null. */
export function safeHref(target: string): string | null {
  if (/^\/(?![/\\])[^\s\\]*$/.test(target)) return target;
  try {
    const { protocol, href } = new URL(target);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
