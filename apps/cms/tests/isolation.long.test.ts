import { afterAll, beforeAll, expect, test } from 'vitest';

import { bootCms, type RunningCms } from './boot';
import { buildCity, CALLERS, type City } from './isolation/callers';
import { driveRoutes } from './isolation/drive-routes';
import { readPlanted } from './isolation/plant';

let cms: RunningCms;
let city: City;
let before: string[];

beforeAll(async () => {
  cms = await bootCms({ REVIEW: 'on' });
  city = await buildCity(cms, { isThorough: true });
  before = await readPlanted(cms.strapi, city.planted);
}, 600_000);
afterAll(() => cms?.stop());

test.each(CALLERS)('in every type, asked in every way, nothing leaks to the %s', async (name) => {
  for (const planted of city.planted) expect(await driveRoutes(cms, city.callers.get(name)!, [planted], true)).toEqual([]);
  expect(await readPlanted(cms.strapi, city.planted)).toEqual(before);
});
