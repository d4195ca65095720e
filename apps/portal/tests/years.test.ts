import type { Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { beforeAll, describe, expect, test } from 'vitest';

import type { ColumnProps } from '../src/templates/props.ts';
import { builtRenderer } from './built-renderer.ts';

describe('the years of a long column', () => {
  let draw: (count: number, year?: string) => Promise<{ shown: string[]; folded: string[]; isOpen: boolean }>;

  beforeAll(async () => {
    const renderer = await builtRenderer();
    const page = [...renderer.buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })].find(
      (one): one is Page => 'template' in one && one.template === 'Column',
    )!;
    draw = async (count, year) => {
      const years = Array.from({ length: count }, (_, at) => String(2026 - at)).map((one) => ({ year: one, path: `${page.path}${one}/`, count: 3 }));
      const props: ColumnProps = { ...(page.props() as ColumnProps), years, year };
      const { body } = await renderer.draw({ ...page, props });
      const [, open, folded = ''] = /<details( open)?[^>]*>\s*<summary>更早的年份<\/summary>(.*?)<\/details>/s.exec(body) ?? [];
      const yearsIn = (html: string) => [...html.matchAll(/<a href="(\d{4})\/"/g)].map(([, found]) => found!);
      return { shown: yearsIn(body.replace(folded, '')), folded: yearsIn(folded), isOpen: open !== undefined };
    };
  });

  test('are all shown when there are twelve', async () => {
    expect(await draw(12)).toMatchObject({ shown: { length: 12 }, folded: [] });
  });

  test('are folded beyond the newest eight when there are more', async () => {
    const { shown, folded, isOpen } = await draw(13);
    expect(shown).toEqual(['2026', '2025', '2024', '2023', '2022', '2021', '2020', '2019']);
    expect(folded).toEqual(['2018', '2017', '2016', '2015', '2014']);
    expect(isOpen).toBe(false);
  });

  test('stand open where one of the folded is the year shown', async () => {
    expect(await draw(13, '2015')).toMatchObject({ isOpen: true });
    expect(await draw(13, '2025')).toMatchObject({ isOpen: false });
  });
});
