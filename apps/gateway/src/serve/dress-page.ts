import { ALERT_MARKER, ELDERLY_MARKER, joinMode, MODE_MARKER, type Mode } from '@mingchuang/content';
import { convertPage } from '@mingchuang/hant';

/** What is changed in a page on its way out. The stored page is neutral: standard mode, no alert. */
export interface Dress extends Mode {
  /** HTML of the alert strip, while an alert is in force. */
  strip?: string | undefined;
}

/** Puts the alert strip into a page, and the page into its mode. */
export function dressPage(html: string, { strip, ...mode }: Dress): string {
  const page = mode.elderly ? replaceOnce(html, MODE_MARKER, ELDERLY_MARKER) : html;
  const whole = strip === undefined ? page : replaceOnce(page, ALERT_MARKER, prefixLinks(strip, mode));
  return mode.traditional ? convertPage(whole) : whole;
}

function replaceOnce(text: string, searched: string, replacement: string): string {
  const at = text.indexOf(searched);
  return at < 0 ? text : text.slice(0, at) + replacement + text.slice(at + searched.length);
}

const isPage = (path: string) => /\/(?:[?#]|$)/.test(path.split(/[?#]/, 1)[0]!);

/** Keeps whoever follows a link from the root in their mode; files have one address only. */
export function prefixLinks(html: string, mode: Mode): string {
  return html.replace(/\b(href|action)="(\/(?!\/|elder\/|hant\/)[^"]*)"/g, (whole, name: string, url: string) =>
    isPage(url) ? `${name}="${joinMode(url, mode)}"` : whole,
  );
}
