import { joinMode, PATHS, splitMode, type Mode } from '@mingchuang/content';

/** What a visitor asked for: the path as it was meant, without its query. */
export interface Address {
  /** Decoded, exactly as asked for. */
  path: string;
  query: string;
}

/** Reads the target of a request line. Nothing when it cannot be an address of ours. */
export function readAddress(target: string): Address | undefined {
  const [withoutFragment = ''] = target.split('#', 1);
  const mark = withoutFragment.indexOf('?');
  const encoded = mark < 0 ? withoutFragment : withoutFragment.slice(0, mark);
  // It goes back out in redirects, where a header takes only what an address may hold.
  const query = mark < 0 ? '' : withoutFragment.slice(mark + 1).replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(Buffer.from(text).toString()));
  const path = decode(encoded.replace(/^https?:\/\/[^/]*/i, '') || '/');
  if (!path?.startsWith('/') || /[\u0000-\u001f\u007f]/.test(path)) return undefined;
  return { path, query };
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** A path as it is written in an address: percent-encoded, always one slash at its beginning. */
export function encodePath(path: string): string {
  return `/${path.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')}`;
}

export type Resolution =
  | ({ kind: 'here'; path: string } & Mode)
  /** Written a little differently from the address that is there. */
  | { kind: 'moved'; to: string }
  | ({ kind: 'none' } & Mode);

/**
 * Finds the address that was meant: exactly as asked for, or, when nothing is there, with the slips corrected that
 * people and old links make (missing last slash, doubled slashes, dots, index.html, capitals).
 * @param isThere Whether the site has something at a path without the prefixes of a mode.
 */
export function resolveAddress(path: string, isThere: (path: string) => boolean): Resolution {
  const asked = splitMode(path);
  if (isThere(asked.path) && !(asked.traditional && isEnglish(asked.path))) return { kind: 'here', ...asked };

  const tidy = orderModes(tidyPath(path));
  const candidates = [tidy, tidy.toLowerCase()].flatMap((one) => (one.endsWith('/') ? [one, one.slice(0, -1)] : [one, `${one}/`]));
  for (const candidate of candidates)
    if (candidate !== path && candidate.startsWith('/') && isThere(splitMode(candidate).path)) return { kind: 'moved', to: candidate };
  const { elderly, traditional } = splitMode(tidy);
  return { kind: 'none', elderly, traditional };
}

const isEnglish = (path: string) => path.startsWith(PATHS.english);

/** `/hant/elder/a/` is `/elder/hant/a/`; what is in English has no Traditional characters. */
function orderModes(path: string): string {
  const { path: rest, elderly, traditional } = splitMode(path);
  const inner = splitMode(rest);
  return joinMode(inner.path, { elderly: elderly || inner.elderly, traditional: (traditional || inner.traditional) && !isEnglish(inner.path) });
}

function tidyPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const isFolder = /\/(\.{0,2})$/.test(path);
  if (/^index\.html?$/i.test(kept.at(-1) ?? '')) {
    kept.pop();
    return kept.length ? `/${kept.join('/')}/` : '/';
  }
  return kept.length ? `/${kept.join('/')}${isFolder ? '/' : ''}` : '/';
}
