import { expect, test } from 'vitest';

import { loadDemo } from '../src/demo/load';
import { bootCms, PASSWORD, type RunningCms } from './boot';
import { describeDemoCity } from './demo/describe-demo-city';

const said: string[] = [];

/** Makes the document service refuse once, from a publication on, as if the process had been killed there. */
function breakAfter(strapi: RunningCms['strapi'], publications: number, [uid, locale]: [uid: string, locale?: string]): void {
  let left = publications;
  let broken = false;
  strapi.documents.use((context, next) => {
    const isCounted = context.action === 'publish' && context.uid === uid && (context.params as { locale?: string }).locale === locale;
    if (broken || !isCounted || left-- > 0) return next();
    broken = true;
    throw new Error('killed');
  });
}

describeDemoCity('loaded, broken off twice', async () => {
  const cms = await bootCms();
  breakAfter(cms.strapi, 5, ['api::article.article']);
  breakAfter(cms.strapi, 2, ['api::service-item.service-item', 'en']);
  const load = () => loadDemo(cms.strapi, { passwords: { 'author@wangchuan.example': PASSWORD }, say: (line) => said.push(line) });
  await expect(load()).rejects.toThrow('killed');
  await expect(load()).rejects.toThrow('killed');
  await expect(load()).resolves.toMatchObject({ kind: 'loaded' });
  return { cms, password: PASSWORD, hasReview: false };
});

test('loading tells how far it is', () => {
  expect(said).toContainEqual(expect.stringMatching(/^正在装入示例城市：信息 (\d+)\/\1$/));
});
