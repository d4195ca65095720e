import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { DOCUMENT_KINDS, readCity } from '../src/demo/city';
import { bootCms, FEED_TOKEN, PASSWORD, type RunningCms } from './boot';

const city = readCity(join(import.meta.dirname, '../demo'));

describe('loading the demo city', () => {
  let cms: RunningCms;
  let loadDemo: typeof import('../src/demo/load').loadDemo;
  let lines: any[];
  const said: string[] = [];

  const published = (type: string) => lines.filter((line) => line.kind === 'entry' && line.type === type);

  beforeAll(async () => {
    cms = await bootCms();
    ({ loadDemo } = await import('../dist/src/demo/load.js' as string));
    await loadDemo(cms.strapi, { passwords: { 'author@wangchuan.example': PASSWORD }, say: (line) => said.push(line) });
    const answer = await fetch(`${cms.address}/api/feed/export`, { headers: { authorization: `Bearer ${FEED_TOKEN}` } });
    lines = (await answer.text()).trim().split('\n').map((line) => JSON.parse(line));
  }, 120_000);
  afterAll(() => cms.stop());

  test('x', () => {
    console.log(said.join('\n'), lines.length);
  });
});
