import { generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

import { ask, SITE, startGateway, until, type TestGateway, type TestOptions } from '../../tests/start-gateway.ts';
import { page } from '../../tests/stand-in-renderer.ts';

let site: TestGateway | undefined;
const start = async (options: TestOptions = {}): Promise<TestGateway> => (site = await startGateway(options));
afterEach(async () => {
  await site?.stop();
  site = undefined;
});
const first = { content: { ...SITE, '/': page('一', '第一版'), '/a/': page('甲', '第一版') } };
const homeOf = async ({ get }: TestGateway) => /第.版/.exec((await get('/')).text)?.[0];

describe('before the first release', () => {
  test('a friendly page says so, under the same security policy', async () => {
    const { get } = await start();
    const answer = await get('/elder/anything/');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.text).toContain('网站正在准备');
    expect(answer.text).toContain('data-mode="elderly"');
    expect(answer.text).not.toMatch(/<style|style=|<script/);
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
  });

  test('says the same while nobody has made a site and a release holds no page', async () => {
    const site = await start();
    site.maker.release({ content: { '/robots.txt': { type: 'text/plain; charset=utf-8', body: 'User-agent: *' } } });
    await until(async () => (await site.get('/readyz')).status === 200);
    expect((await site.get('/')).text).toContain('网站正在准备');
  });

  test('the first release is picked up by itself', async () => {
    const site = await start();
    site.maker.release(first);
    await until(async () => (await homeOf(site)) === '第一版');
    expect((await site.get('/readyz')).status).toBe(200);
  });
});

describe('a switch', () => {
  test.each([
    ['an event of the file system', { pollEvery: 3_600_000 }],
    ['a look at the folder', { pollEvery: 20 }],
  ])('is noticed by %s', async (_name, options) => {
    const site = await start(options);
    site.maker.release(first);
    await until(async () => (await homeOf(site)) === '第一版');
    site.maker.release({ content: { '/': page('二', '第二版') } });
    await until(async () => (await homeOf(site)) === '第二版');
  });

  test('takes a chain of differences, adds and removes', async () => {
    const site = await start();
    site.maker.make(first);
    site.maker.make({ content: { '/': page('二', '第二版'), '/b/': page('乙', '') } });
    site.maker.release({ content: { '/c/': page('丙', '') }, removed: ['/a/'] });
    await until(async () => (await homeOf(site)) === '第二版');
    expect(await Promise.all(['/a/', '/b/', '/c/'].map(async (path) => (await site.get(path)).status))).toEqual([404, 200, 200]);
  });

  test('goes back to an earlier release', async () => {
    const site = await start();
    const old = site.maker.release({ ...first, fence: 1 });
    await until(async () => (await homeOf(site)) === '第一版');
    site.maker.release({ content: { '/': page('二', '第二版') }, fence: 2 });
    await until(async () => (await homeOf(site)) === '第二版');
    site.maker.switchTo(old.id);
    await until(async () => (await homeOf(site)) === '第一版');
  });

  test('waits for a release that is not complete yet', async () => {
    const site = await start();
    site.maker.release(first);
    await until(async () => (await homeOf(site)) === '第一版');
    site.maker.switchTo('20261109T020000000Z-00000000');
    await site.gateway.follower.check();
    expect(await homeOf(site)).toBe('第一版');
    const next = site.maker.make({ content: { '/': page('二', '第二版') } });
    site.maker.switchTo(next.id);
    await until(async () => (await homeOf(site)) === '第二版');
  });

  test('under load serves every request wholly from the old or the new release', async () => {
    const site = await start();
    const version = (name: string) => ({ content: { ...SITE, '/': page(name, name.repeat(4000)) }, whole: true });
    const bodies = new Set(['旧', '新'].map((name) => version(name).content['/']));
    site.maker.release(version('旧'));
    await until(async () => (await site.get('/')).status === 200);
    const answers: string[] = [];
    let isDone = false;
    const visitors = Array.from({ length: 8 }, async () => {
      while (!isDone) {
        const { status, text, headers } = await ask(site.port, '/');
        expect(status).toBe(200);
        expect(Number(headers['content-length'])).toBe(Buffer.byteLength(text));
        answers.push(text);
      }
    });
    for (let turn = 0; turn < 20; turn++) {
      const { id } = site.maker.release(version(turn % 2 ? '旧' : '新'));
      await until(() => site.gateway.follower.current()?.release.id === id);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    isDone = true;
    await Promise.all(visitors);
    expect(answers.length).toBeGreaterThan(100);
    expect(new Set(answers)).toEqual(bodies);
  });
});

describe('a release is refused, and the old one stays, when', () => {
  const refused = async (attack: (site: TestGateway) => string): Promise<string> => {
    const site = await start();
    site.maker.release({ ...first, fence: 5 });
    await until(async () => (await homeOf(site)) === '第一版');
    site.maker.switchTo(attack(site));
    await until(() => site.lines.some((line) => line.includes('release refused')));
    expect(await homeOf(site)).toBe('第一版');
    expect((await site.get('/metrics')).text).toContain('mingchuang_release_refusals_total 1');
    return (JSON.parse(site.lines.find((line) => line.includes('release refused'))!) as { reason: string }).reason;
  };
  const evil = (site: TestGateway) => JSON.stringify({ ...site.maker.make({ content: { '/': page('', '第三版') }, fence: 5 }) });

  test('it is signed with another key', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const attack = (site: TestGateway) => {
      const json = evil(site);
      const { id } = JSON.parse(json) as { id: string };
      site.maker.write(id, json, privateKey);
      return id;
    };
    expect(await refused(attack)).toBe('bad signature');
  });

  test('one byte of it was changed after signing', async () => {
    const attack = (site: TestGateway) => {
      const { id, ...rest } = JSON.parse(evil(site)) as { id: string };
      const other = site.maker.make({ content: {}, fence: 5 });
      const { privateKey } = generateKeyPairSync('ed25519');
      site.maker.write(other.id, JSON.stringify({ ...rest, id: other.id, sequence: 2 }), privateKey);
      return other.id;
    };
    expect(await refused(attack)).toBe('bad signature');
  });

  test('it is an older one under a new name', async () => {
    const attack = (site: TestGateway) => {
      site.maker.write('20991231T000000000Z-00000000', evil(site));
      return '20991231T000000000Z-00000000';
    };
    expect(await refused(attack)).toMatch(/^is the manifest of /);
  });

  test('it was made by a publisher whose lease has passed on', async () => {
    expect(await refused((site) => site.maker.make({ content: { '/': page('', '第三版') }, fence: 4 }).id)).toBe('fence 4 is older than 5');
  });

  test('it leads out of the folder of objects', async () => {
    const attack = (site: TestGateway) => {
      const id = '20261109T030000000Z-00000000';
      const routes = { '/': { hash: '../../../etc/passwd', type: 'text/html', bytes: 1, status: 200 } };
      site.maker.write(id, JSON.stringify({ ...JSON.parse(evil(site)), id, parent: null, whole: true, routes }));
      return id;
    };
    expect(await refused(attack)).toBe('has a route that leads nowhere');
  });

  test('its name leads out of the folder of releases', async () => {
    expect(await refused(() => '../../evil')).toBe('not a release id');
  });
});

describe('files of replaced releases', () => {
  const css = (text: string) => ({ body: text, type: 'text/css; charset=utf-8', immutable: true });

  test('stay for a day after they were replaced, also when the gateway was restarted', async () => {
    const site = await start();
    site.maker.release({ content: { ...SITE, '/_astro/1.css': css('one') }, madeAt: new Date(site.clock.now - 50 * 3600_000) });
    await site.gateway.follower.check();
    site.maker.release({ content: { '/_astro/2.css': css('two') }, removed: ['/_astro/1.css'], madeAt: new Date(site.clock.now - 1000) });
    await until(async () => (await site.get('/_astro/2.css')).status === 200);
    expect((await site.get('/_astro/1.css')).text).toBe('one');
    site.maker.release({ content: { ...SITE, '/_astro/3.css': css('three') }, whole: true, madeAt: new Date(site.clock.now) });
    await until(async () => (await site.get('/_astro/3.css')).status === 200);
    expect([(await site.get('/_astro/1.css')).text, (await site.get('/_astro/2.css')).text]).toEqual(['one', 'two']);

    const restarted = await startGateway({ dataDir: site.dataDir, maker: site.maker });
    await until(async () => (await restarted.get('/_astro/1.css')).status === 200);
    expect((await restarted.get('/_astro/2.css')).text).toBe('two');
    restarted.clock.now += 25 * 3600_000;
    expect((await restarted.get('/_astro/1.css')).status).toBe(404);
    expect((await restarted.get('/_astro/3.css')).status).toBe(200);
    await restarted.stop();
  });

  test('do not keep a page that was taken away', async () => {
    const site = await start();
    site.maker.release(first);
    await until(async () => (await site.get('/a/')).status === 200);
    site.maker.release({ removed: ['/a/'] });
    await until(async () => (await site.get('/a/')).status === 404);
  });

  test('a parent that is gone does not stop the site', async () => {
    const site = await start();
    const { id } = site.maker.make({ ...first, whole: true });
    site.maker.release({ content: { ...SITE, '/': page('二', '第二版') }, whole: true });
    rmSync(join(site.dataDir, 'releases', `${id}.json`));
    await until(async () => (await homeOf(site)) === '第二版');
  });
});
