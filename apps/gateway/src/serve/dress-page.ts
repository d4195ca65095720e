import { ALERT_MARKER, ELDERLY_MARKER, MODE_MARKER, PATHS } from '@mingchuang/content';

/** What is changed in a page on its way out. The stored page is neutral: standard mode, no alert. */
export interface Dress {
  elderly: boolean;
  /** HTML of the alert strip, while an alert is in force. */
  strip?: string | undefined;
}

/** Puts a page into elderly mode and the alert strip into it. */
export function dressPage(html: string, { elderly, strip }: Dress): string {
  const page = elderly ? replaceOnce(html, MODE_MARKER, ELDERLY_MARKER) : html;
  return strip === undefined ? page : replaceOnce(page, ALERT_MARKER, elderly ? prefixLinks(strip) : strip);
}

function replaceOnce(text: string, searched: string, replacement: string): string {
  const at = text.indexOf(searched);
  return at < 0 ? text : text.slice(0, at) + replacement + text.slice(at + searched.length);
}

const isPage = (path: string) => /\/(?:[?#]|$)/.test(path.split(/[?#]/, 1)[0]!);

/** Keeps whoever follows a link from the root in elderly mode; files have one address only. */
export function prefixLinks(html: string): string {
  return html.replace(/\b(href|action)="(\/(?!\/|elder\/)[^"]*)"/g, (whole, name: string, url: string) =>
    isPage(url) ? `${name}="${PATHS.elderly}${url.slice(1)}"` : whole,
  );
}
