/** Stands in for the host of an old site whose name is not known; nobody can own it (RFC 6761). */
const NOWHERE = 'http://old-site.invalid';

/** Percent signs of before UTF-8: GBK bytes, as servers on Chinese systems wrote them. */
function decodeGbk(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2}|[\x20-\x24\x26-\x7e])+/gi, (run) => {
    const bytes = [...run.matchAll(/%([0-9a-f]{2})|([\s\S])/gi)].map(([, hex, plain]) => (hex ? parseInt(hex, 16) : plain!.charCodeAt(0)));
    return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  });
}

/** The readable form of a path. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return decodeGbk(path);
  }
}

/** An address understood from where it stood: a place of the old site, of another one, or none (`javascript:`, `#`). */
export type OldAddress =
  | {
      kind: 'inside';
      /** As it is written in a link: path and query, percent-encoded. */
      href: string;
      /** Decoded, without query: what files are found by. */
      path: string;
      /** What documents are found by: decoded, with the query, `index.html` left out. */
      key: string;
    }
  | { kind: 'outside'; href: string }
  | { kind: 'none' };

/**
 * Understands an address of the old site.
 * @param base Address of the page it stands on, absolute or from the root.
 * @param hosts Names of the old site beside the one of `base`.
 */
export function readOldAddress(address: string, base: string, hosts: readonly string[]): OldAddress {
  const plain = address.trim().replaceAll('\\', '/');
  if (!plain || plain.startsWith('#')) return { kind: 'none' };
  const origin = URL.canParse(base, NOWHERE) ? new URL(base, NOWHERE) : new URL(NOWHERE);
  if (!URL.canParse(plain, origin.href)) return { kind: 'none' };
  const url = new URL(plain, origin);
  if (!/^https?:$/.test(url.protocol)) return /^(mailto|tel):$/.test(url.protocol) ? { kind: 'outside', href: url.href } : { kind: 'none' };
  const isInside = url.host === origin.host || hosts.some((host) => url.host === host || url.hostname === host);
  if (!isInside) return { kind: 'outside', href: url.href };
  const path = decodePath(url.pathname);
  return { kind: 'inside', href: url.pathname + url.search, path, key: `${path.replace(/\/(index|default)\.s?html?$/i, '/')}${decodePath(url.search)}` };
}

/** The address of a document itself, whatever host it names. */
export function readOwnAddress(address: string): Extract<OldAddress, { kind: 'inside' }> | undefined {
  const own = readOldAddress(address, URL.canParse(address) ? address : '/', []);
  return own.kind === 'inside' ? own : undefined;
}
