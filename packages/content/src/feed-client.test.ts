import { describe, expect, test } from 'vitest';

import { entryOfLine, FeedError, fetchMedia, parseFeed, readChanges, readExport } from './feed-client.ts';

const HEAD = '{"kind":"head","epoch":"e1","full":true}';
const END = '{"kind":"end","sequence":7,"more":false}';

async function* chunks(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}
const collect = async <T>(lines: AsyncIterable<T>) => {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return all;
};
const source = (answer: Response | Error, seen: { url?: string; token?: string | null } = {}) => ({
  url: 'http://cms.example:1337',
  token: 'secret',
  fetch: (async (url: URL, init: RequestInit) => {
    seen.url = String(url);
    seen.token = new Headers(init.headers).get('authorization');
    if (answer instanceof Error) throw answer;
    return answer;
  }) as typeof fetch,
});

describe('parseFeed', () => {
  test('reads lines wherever the network cuts them, inside a character too', async () => {
    const bytes = new TextEncoder().encode(`${HEAD}\n{"kind":"unaddress","path":"/旧/"}\n${END}\n`);
    async function* byteByByte() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const lines = await collect(parseFeed(byteByByte()));
    expect(lines).toEqual([JSON.parse(HEAD), { kind: 'unaddress', path: '/旧/' }, JSON.parse(END)]);
  });

  test('refuses an answer that was cut off', async () => {
    await expect(collect(parseFeed(chunks(`${HEAD}\n`)))).rejects.toThrow('The feed: the answer was cut off after 1 lines');
  });

  test('says which line is not of the feed', async () => {
    await expect(collect(parseFeed(chunks(`${HEAD}\nnonsense\n`)))).rejects.toThrow('The feed, line 2 is not JSON');
    await expect(collect(parseFeed(chunks(`${HEAD}\n{"kind":"odd"}\n`)))).rejects.toThrow(/line 2 is not a line of the feed/);
  });
});

describe('readExport and readChanges', () => {
  test('send the token and the cursor', async () => {
    const seen: { url?: string; token?: string | null } = {};
    await collect(readChanges(source(new Response(`${HEAD}\n${END}`), seen), { epoch: 'e1', after: 41 }));
    expect(seen).toEqual({ url: 'http://cms.example:1337/api/feed/changes?epoch=e1&after=41', token: 'Bearer secret' });
  });

  test('say in words when the token is refused, the CMS is away, or it fails', async () => {
    const refused = collect(readExport(source(new Response('', { status: 401 }))));
    await expect(refused).rejects.toThrow('The CMS at http://cms.example:1337 does not give /api/feed/export: the token is not accepted');
    await expect(collect(readExport(source(new TypeError('fetch failed'))))).rejects.toThrow(
      new FeedError('The CMS at http://cms.example:1337 cannot be reached'),
    );
    await expect(fetchMedia(source(new Response('', { status: 500 })), 'f1')).rejects.toThrow('it answered 500');
  });
});

describe('entryOfLine', () => {
  const line = { kind: 'entry', type: 'redirect', documentId: 'r1', locale: 'zh-Hans', version: '1' } as const;

  test('checks the data by the schema of the type', () => {
    const data = { from: '/a', to: '/b', site: { type: 'site', documentId: 's1' } };
    expect(entryOfLine({ ...line, data })).toEqual({ type: 'redirect', documentId: 'r1', locale: 'zh-Hans', version: '1', data });
    expect(() => entryOfLine({ ...line, data: { from: '/a' } })).toThrow(/^redirect r1: to /);
  });

  test('passes over types of a newer CMS', () => {
    expect(entryOfLine({ ...line, type: 'hologram', data: {} })).toBeUndefined();
  });
});
