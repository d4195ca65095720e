import { localeOf, localPath } from '../strings/locale.ts';

/**
 * The address of `to` as seen from the page at `from`. Pages only name each other relatively, so that a reader who came
 * through /elder/ or /hant/ stays in that mode.
 */
export function relativeAddress(from: string, to: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  const base = from.split('/').slice(1, -1);
  const target = path.split('/').slice(1);
  const file = target.pop() ?? '';
  let shared = 0;
  while (shared < base.length && shared < target.length && base[shared] === target[shared]) shared++;
  const relative =
    '../'.repeat(base.length - shared) +
    target
      .slice(shared)
      .map((segment) => `${segment}/`)
      .join('') +
    file;
  return (relative || './') + rest;
}

/** Pages the platform has in every language; an English page leads to the English one. */
const LOCAL = /^\/(?:search\/|site-map\/|offline\/|accessibility\/(?:statement\/)?)?(?=[?#]|$)/;

const TAG = /<(?:a|form)\s[^>]*>/g;
const ADDRESS = /(\s(?:href|action)=")(\/(?!\/)[^"]*)"/;

/** Files are the same in every mode and keep their address. */
const KEPT = /^\/(?:media|_astro|elder|hant)\//;

/**
 * Makes every link and form of a page relative to it. Runs once over finished HTML, so that no template has to think of
 * it. Links marked `data-to` change the mode on purpose and stay as they are.
 */
export function makeRelative(html: string, path: string): string {
  return html.replace(TAG, (tag) =>
    tag.includes(' data-to=')
      ? tag
      : tag.replace(ADDRESS, (whole, start: string, to: string) =>
          KEPT.test(to) ? whole : `${start}${relativeAddress(path, inLanguage(tag, path, to))}"`,
        ),
  );
}

/** A link marked `hreflang` changes the language on purpose. */
function inLanguage(tag: string, path: string, to: string): string {
  return LOCAL.test(to) && !tag.includes(' hreflang=') ? localPath(to, localeOf(path)) : to;
}
