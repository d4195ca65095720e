import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, FEED_TOKEN, type RunningCms } from './boot';

interface Documents {
  create(params: { data: object }): Promise<{ documentId: string }>;
  update(params: { documentId: string; data: object }): Promise<unknown>;
  publish(params: { documentId: string }): Promise<unknown>;
}

let cms: RunningCms;
let folder: string;
let frame: { column: string; agency: string };
const documents = (type: string) => cms.strapi.documents(`api::${type}.${type}` as never) as unknown as Documents;

async function upload(name: string, text: string): Promise<number> {
  const filepath = join(folder, name);
  writeFileSync(filepath, text);
  const service = cms.strapi.plugin('upload').service('upload') as unknown as { upload(request: object): Promise<{ id: number }[]> };
  const [file] = await service.upload({ data: { fileInfo: { name } }, files: { filepath, originalFilename: name, mimetype: 'text/csv', size: text.length } });
  return file!.id;
}

beforeAll(async () => {
  cms = await bootCms();
  folder = mkdtempSync(join(tmpdir(), 'datasets-'));
  const site = await documents('site').create({ data: { title: '望川市人民政府门户网站', shortName: '望川市人民政府', domain: 'www.wangchuan.example', siteCode: '9900000001', theme: 'blue', sponsor: '望川市人民政府办公室' } });
  const agency = await documents('agency').create({ data: { title: '望川市交通运输局', code: 'jiaotong', site: site.documentId } });
  const column = await documents('column').create({
    data: { title: '数据开放', slug: 'shuju', site: site.documentId, kind: 'datasets', columnType: 'open-data', updateClass: 'policy', description: '数据', keywords: '数据' },
  });
  for (const [type, { documentId }] of [['site', site], ['agency', agency], ['column', column]] as const) await documents(type).publish({ documentId });
  frame = { column: column.documentId, agency: agency.documentId };
}, 120_000);

afterAll(async () => {
  await cms.stop();
  rmSync(folder, { recursive: true, force: true });
});

const dataset = (file: number, fields: string[]) => ({
  title: '公交站点',
  ...frame,
  identifier: '990000007/DS-0001',
  theme: 'transport',
  summary: '全市公交站点。',
  openness: 'unconditional',
  licence: '望川市公共数据开放许可（署名）',
  frequency: 'quarter',
  updatedOn: '2026-10-08',
  resources: [{ title: '站点', file }],
  fields: fields.map((name) => ({ name, label: name, kind: 'text' })),
});

const published = async (documentId: string) => {
  const answer = await fetch(`${cms.address}/api/feed/export`, { headers: { authorization: `Bearer ${FEED_TOKEN}` } });
  const lines = (await answer.text()).trim().split('\n').map((line) => JSON.parse(line) as { documentId?: string; data?: { resources: { rowCount?: number; preview: string[][] }[] } });
  return lines.find((line) => line.documentId === documentId)?.data;
};

describe('a dataset', () => {
  test('shows the first rows of its file and counts all of them, whatever the editor sends', async () => {
    const file = await upload('站点.csv', `id,name\n${Array.from({ length: 40 }, (_, at) => `${at},站${at}`).join('\n')}\n`);
    const data = dataset(file, ['id', 'name']);
    const { documentId } = await documents('dataset').create({ data: { ...data, resources: [{ ...data.resources[0], rowCount: 9, preview: [['forged']] }] } });
    await documents('dataset').publish({ documentId });

    const [resource] = (await published(documentId))!.resources;
    expect(resource!.rowCount).toBe(40);
    expect(resource!.preview.slice(0, 2)).toEqual([['id', 'name'], ['0', '站0']]);
    expect(resource!.preview).toHaveLength(11);
  });

  test('is not published while its fields are not in the file, and says which', async () => {
    const file = await upload('表.csv', 'id,id\n1,2\n');
    const { documentId } = await documents('dataset').create({ data: dataset(file, ['id', '名称']) });
    await expect(documents('dataset').publish({ documentId })).rejects.toThrow(/字段名重复：id[^]*没有“字段说明”里的 名称/);
    expect(await published(documentId)).toBeUndefined();

    await documents('dataset').update({ documentId, data: { resources: [{ title: '站点', file: await upload('表二.csv', 'id,名称\n1,甲\n') }] } });
    await documents('dataset').publish({ documentId });
    expect((await published(documentId))!.resources[0]!.preview).toEqual([['id', '名称'], ['1', '甲']]);
  });

  test('is not published with a crooked file', async () => {
    const file = await upload('歪.csv', 'id,name\n1\n');
    const { documentId } = await documents('dataset').create({ data: dataset(file, []) });
    await expect(documents('dataset').publish({ documentId })).rejects.toThrow(/数据文件“站点”不是规整的 CSV/);
  });
});
