import { describe, expect, test } from 'vitest';

import type { Row, Starts } from '../engine/shard.ts';
import { rememberRuns } from './remember-runs.ts';

/** As many documents as the run has characters, ten times over. */
const startsOf = (run: string): Starts => new Map(Array.from({ length: 10 * run.length }, () => [{} as Row, [0]]));

function opened(most: number, find: (run: string) => Promise<Starts> = async (run) => startsOf(run)) {
  const asked: string[] = [];
  const look = rememberRuns((run) => {
    asked.push(run);
    return find(run);
  }, most);
  return { asked, look };
}

describe('rememberRuns', () => {
  test('looks once for what is asked for again, also while it is being looked for', async () => {
    const { asked, look } = opened(1000);
    const [one, other] = await Promise.all([look('公积金'), look('公积金')]);
    expect(await look('公积金')).toBe(one);
    expect(other).toBe(one);
    expect(asked).toEqual(['公积金']);
  });

  test('forgets what was asked for longest ago when documents are too many, and not before', async () => {
    // Each weighs 30.
    const { asked, look } = opened(90);
    for (const run of ['甲乙', '丙丁', '戊己', '甲乙', '庚辛']) await look(run);
    expect(asked).toEqual(['甲乙', '丙丁', '戊己', '庚辛']);
    await look('甲乙');
    await look('丙丁');
    expect(asked.slice(4)).toEqual(['丙丁']);
  });

  test('answers what is more than it remembers', async () => {
    const { asked, look } = opened(20);
    expect((await look('身份证')).size).toBe(30);
    expect((await look('身份证')).size).toBe(30);
    expect(asked).toHaveLength(2);
  });

  test('answers what is pushed out while it is being looked for', async () => {
    let answer: (() => void) | undefined;
    const { look } = opened(60, (run) => (run === '甲乙' ? new Promise((done) => (answer = () => done(startsOf(run)))) : Promise.resolve(startsOf(run))));
    const slow = look('甲乙');
    for (const run of ['丙丁', '戊己', '庚辛', '壬癸']) await look(run);
    answer!();
    expect((await slow).size).toBe(20);
  });

  test('looks again for what failed', async () => {
    let isAway = true;
    const { look } = opened(1000, async (run) => {
      if (isAway) throw new Error('away');
      return startsOf(run);
    });
    await expect(look('公积金')).rejects.toThrow('away');
    isAway = false;
    expect((await look('公积金')).size).toBe(30);
  });
});
