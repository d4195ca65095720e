import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

const source = readFileSync(path.join(import.meta.dirname, 'start.js'), 'utf8');

/** Cookies by the domain they were set for, as a browser keeps them. */
type Jar = Map<string, string>;

/** A browser's cookies as a page at a host sees them; nobody may write for all of `cn` or `gov.cn`. */
function cookiesAt(host: string, jar: Jar) {
  const isPublic = (domain: string) => ['cn', 'gov.cn', 'example', '1', '0.1', '0.0.1'].includes(domain);
  return {
    get: () => [...jar].filter(([domain]) => host === domain || host.endsWith(`.${domain}`)).map(([, pair]) => pair).join('; '),
    set: (line: string) => {
      const [pair = '', ...attributes] = line.split(';');
      const domain = attributes.find((one) => one.startsWith('domain='))?.slice('domain='.length) ?? host;
      if ((host === domain || host.endsWith(`.${domain}`)) && !isPublic(domain)) jar.set(domain, pair);
    },
  };
}

interface Visit {
  mode?: string;
  lang?: string;
  path?: string;
  host?: string;
  click?: string;
  /** What the tools keep while the page is open. */
  keep?: [name: string, value: string][];
}

/** Runs the script as a browser would on a page, and answers what it did. */
function visit(jar: Jar | 'blocked', { mode = 'standard', lang = 'zh-CN', path = '/a/', host = 'www.wangchuan.gov.cn', click, keep = [] }: Visit = {}) {
  const dataset: Record<string, string> = { mode };
  const seen: { replaced?: string; dataset: typeof dataset; listens: string[] } = { dataset, listens: [] };
  const window: { a11y?: { keep(name: string, value: string): void } } = {};
  const globals = {
    window,
    URLSearchParams,
    document: {
      documentElement: { lang, dataset },
      get cookie() {
        if (jar === 'blocked') throw new Error('refused');
        return cookiesAt(host, jar).get();
      },
      set cookie(line: string) {
        if (jar !== 'blocked') cookiesAt(host, jar).set(line);
      },
    },
    location: { pathname: path, hostname: host, search: '?q=1', hash: '#c', replace: (to: string) => (seen.replaced = to) },
    addEventListener: (type: string, listen: (event: object) => void) => {
      seen.listens.push(type);
      if (click && type === 'click') listen({ target: { closest: () => ({ dataset: { to: click } }) } });
    },
  };
  runInNewContext(source, globals);
  for (const [name, value] of keep) window.a11y!.keep(name, value);
  return seen;
}

const jarWith = (text: string): Jar => new Map([['wangchuan.gov.cn', `a11y=${text}`]]);

describe('the start script', () => {
  test('weighs at most 1 kB on the way, since every page waits for it', () => {
    expect(brotliCompressSync(source).length).toBeLessThanOrEqual(1000);
  });

  test('leads someone who chose the elderly mode to the elderly twin of the page', () => {
    expect(visit(jarWith('mode=elderly')).replaced).toBe('/elder/a/?q=1#c');
    expect(visit(jarWith('mode=elderly'), { mode: 'elderly', path: '/elder/a/' }).replaced).toBeUndefined();
    expect(visit(new Map()).replaced).toBeUndefined();
  });

  test('remembers the mode that was chosen', () => {
    const jar: Jar = new Map();
    visit(jar, { click: 'elderly' });
    expect(jar).toEqual(jarWith('mode=elderly'));
    expect(visit(jar, { mode: 'elderly', path: '/elder/a/', click: 'standard' }).replaced).toBeUndefined();
    expect(jar).toEqual(jarWith('mode=standard'));
  });

  test('leads someone who reads 繁體 to that twin, in the mode of the page', () => {
    expect(visit(jarWith('script=hant')).replaced).toBe('/hant/a/?q=1#c');
    expect(visit(jarWith('script=hant'), { mode: 'elderly', path: '/elder/a/' }).replaced).toBe('/elder/hant/a/?q=1#c');
    expect(visit(jarWith('script=hant&mode=elderly')).replaced).toBe('/elder/hant/a/?q=1#c');
    expect(visit(jarWith('script=hant&mode=elderly'), { lang: 'zh-Hant', path: '/hant/a/' }).replaced).toBe('/elder/hant/a/?q=1#c');
    expect(visit(jarWith('script=hant'), { mode: 'elderly', lang: 'zh-Hant', path: '/elder/hant/a/' }).replaced).toBeUndefined();
    expect(visit(jarWith('script=hant'), { lang: 'en', path: '/en/' }).replaced).toBeUndefined();
  });

  test('remembers the script apart from the mode', () => {
    const jar = jarWith('mode=elderly');
    visit(jar, { mode: 'elderly', click: 'hant' });
    expect(jar).toEqual(jarWith('mode=elderly&script=hant'));
    visit(jar, { mode: 'elderly', click: 'hans', lang: 'zh-Hant' });
    expect(jar).toEqual(jarWith('mode=elderly&script=hans'));
  });

  test('brings the settings back before anything is painted', () => {
    expect(visit(jarWith('size=1.5&scheme=yellow-black')).dataset).toEqual({ mode: 'standard', size: '1.5', scheme: 'yellow-black' });
    expect(visit(jarWith('mode=standard&script=hans')).dataset).toEqual({ mode: 'standard' });
  });

  test('keeps what is set for all sites of the city, and forgets it', () => {
    const jar: Jar = new Map();
    visit(jar, { keep: [['size', '1.5'], ['scheme', 'dark']] });
    expect(visit(jar, { host: 'rsj.wangchuan.gov.cn' }).dataset).toMatchObject({ size: '1.5', scheme: 'dark' });
    visit(jar, { host: 'rsj.wangchuan.gov.cn', keep: [['scheme', '']] });
    expect(jar).toEqual(jarWith('size=1.5'));
    visit(jar, { keep: [['size', '']] });
    expect(visit(jar).dataset).toEqual({ mode: 'standard' });
    expect(visit(jarWith('size=2'), { host: 'www.other.gov.cn' }).dataset).toEqual({ mode: 'standard' });
  });

  test('keeps settings where the host is an address or has no dots', () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      const jar: Jar = new Map();
      visit(jar, { host, keep: [['size', '2']] });
      expect(jar, host).toEqual(new Map([[host, 'a11y=size=2']]));
    }
  });

  test('does no harm where cookies are refused', () => {
    expect(visit('blocked').replaced).toBeUndefined();
  });
});
