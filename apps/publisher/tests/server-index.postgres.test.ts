import { openSearchIndex } from '@mingchuang/search';
import { openSearchDatabase, type SearchDatabase } from '@mingchuang/search/postgres/database';
import { openServerSearch } from '@mingchuang/search/postgres/open-server-search';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startExampleCms, type ExampleCms } from '../src/testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../src/testing/example-publisher.ts';
import { article, gone, site } from '../src/testing/small-site.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;

const connect = () => openSearchDatabase(process.env.DATABASE_URL!, () => undefined);
let reader: SearchDatabase;
function open(searchDatabase?: SearchDatabase): void {
  example = openExamplePublisher({ dataDir: folder.path, cms, openSearch: (dir) => openSearchIndex({ dir }), ...(searchDatabase && { searchDatabase }) });
}
async function publish(): Promise<void> {
  await example.publish();
  await example.publisher.searchSettled();
}
async function found(query: string): Promise<string[]> {
  const answer = await openServerSearch(reader)({ site: 'city', words: undefined, today: '2026-11-20' }, { query });
  return answer.results.map(({ url }) => url).sort();
}
const about = (id: string, body: string) => article(id, { title: `第${id}号信息`, body: `<p>${body}</p>` });

beforeAll(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  reader = connect();
  cms.change(site('city', 'www.wangchuan.example'), about('a', '栈道开放'), about('b', '公园延时'));
});
afterAll(async () => {
  await example?.close();
  await cms?.close();
  await reader?.close();
  folder?.remove();
});

test('an installation that takes the server engine up later has all of its documents there, then every edit', async () => {
  open();
  await publish();
  await example.close();
  open(connect());
  cms.change(about('c', '栈道亮灯'));
  await publish();
  expect(await found('栈道')).toEqual(['/news/202611/a/', '/news/202611/c/']);
  cms.change(about('a', '改成了别的'), gone(about('b', '')));
  await publish();
  expect(await found('栈道')).toEqual(['/news/202611/c/']);
  expect(await found('公园延时')).toEqual([]);
});

test('what was published while the database was left out is there when it is taken up again', async () => {
  await example.close();
  open();
  cms.change(about('d', '栈道检修'));
  await publish();
  await example.close();
  open(connect());
  cms.change(about('e', '无关的事'));
  await publish();
  expect(await found('栈道')).toEqual(['/news/202611/c/', '/news/202611/d/']);
});
