/** What a site says about the widget, by attributes of the script element. */
export interface Settings {
  /** Folder of the widget's files, with the slash at its end. */
  readonly base: string;
  readonly origin: string;
  readonly bot: string;
  readonly accent: string;
  readonly theme: string;
  readonly label: string;
  /** What the site has signed about the customer (docs/customers.md); empty for an anonymous visitor. */
  readonly identity: string;
}

export function readSettings(script: HTMLScriptElement): Settings {
  const url = new URL(script.src);
  const { bot, accent, theme, label, identity } = script.dataset;
  return {
    base: url.href.slice(0, url.href.lastIndexOf('/') + 1),
    origin: url.origin,
    bot: bot ?? 'demo-store',
    accent: accent ?? '',
    theme: theme ?? 'auto',
    label: label ?? 'Help',
    identity: identity ?? '',
  };
}

export function frameUrl(settings: Settings, accent: string): string {
  const { documentElement: page } = document;
  const query = new URLSearchParams({
    bot: settings.bot,
    host: location.origin,
    accent,
    theme: settings.theme,
    dir: page.dir === 'rtl' ? 'rtl' : 'ltr',
  });
  // Behind the #, so that it is in no request: neither logs nor referrers have it.
  const fragment = settings.identity === '' ? '' : `#${new URLSearchParams({ identity: settings.identity })}`;
  return `${settings.base}frame.html?${query}${fragment}`;
}
