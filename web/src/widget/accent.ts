/** A site's accent colour, if it is one: #rgb or #rrggbb. Anything else is not let near the style sheet. */
export function parseAccent(value: string | null): string | null {
  const trimmed = (value ?? '').trim();
  if (/^#[0-9a-f]{6}$/i.test(trimmed)) return trimmed.toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(trimmed);
  return short === null
    ? null
    : `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`.toLowerCase();
}

/** White or near-black, whichever stands out more on the accent (WCAG relative luminance). */
export function textOn(accent: string): '#ffffff' | '#10130f' {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(accent.slice(at, at + 2), 16) / 255));
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return luminance > 0.183 ? '#10130f' : '#ffffff';
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
