import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { buildConfiguration, type EditedSchema } from './build-configuration';

const editor = (label: string, more: object = {}) => ({ pluginOptions: { editor: { label, ...more } } });
const schema = (attributes: EditedSchema['attributes'], options: object = { mainField: 'title', list: ['title'] }): EditedSchema => ({
  uid: 'api::x.x',
  modelType: 'contentType',
  pluginOptions: { editor: options },
  attributes,
});
const build = (attributes: EditedSchema['attributes']) => buildConfiguration(schema(attributes), () => 'title');
const names = (rows: { name: string }[][]) => rows.map((row) => row.map(({ name }) => name));

describe('buildConfiguration', () => {
  test('gives a field the label and help of the schema', () => {
    const { metadatas } = build({ title: { type: 'string', ...editor('标题', { help: '全称' }) } });
    expect(metadatas.title?.edit).toMatchObject({ label: '标题', description: '全称', editable: true });
  });

  test('locks what the schema says is read only, and leaves out what it hides', () => {
    const { metadatas, layouts } = build({
      path: { type: 'string', ...editor('网址', { readOnly: true }) },
      publicId: { type: 'string', ...editor('编号', { hidden: true }) },
    });
    expect(metadatas.path?.edit.editable).toBe(false);
    expect(names(layouts.edit)).toEqual([['path']]);
  });

  test('names what Strapi keeps by itself in Chinese', () => {
    expect(build({ createdAt: { type: 'datetime' } }).metadatas.createdAt?.list.label).toBe('创建时间');
  });

  test('lets text, components and rich text take a whole row', () => {
    const { layouts } = build({
      summary: { type: 'text', ...editor('摘要') },
      body: { type: 'text', customField: 'global::rich-text', ...editor('正文', { size: 6 }) },
      steps: { type: 'component', ...editor('流程') },
    });
    expect(layouts.edit.flat().map(({ size }) => size)).toEqual([12, 12, 12]);
  });

  test('puts two of a row at half its width each', () => {
    const { layouts } = build({ on: { type: 'date', ...editor('日期') }, source: { type: 'string', ...editor('来源') } });
    expect(layouts.edit).toEqual([[{ name: 'on', size: 6 }, { name: 'source', size: 6 }]]);
  });

  test('sorts by order where documents have one, otherwise the newest first', () => {
    expect(build({ order: { type: 'integer', ...editor('排序') } }).settings).toMatchObject({ defaultSortBy: 'order', defaultSortOrder: 'ASC' });
    expect(build({}).settings).toMatchObject({ defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC' });
  });

  test('keeps the order of the schema and never overfills a row', () => {
    const kind = fc.constantFrom('string', 'text', 'boolean', 'date', 'datetime', 'relation', 'media', 'component', 'enumeration');
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 20 }), (kinds) => {
        const attributes = Object.fromEntries(kinds.map((type, at) => [`f${at}`, { type, ...editor('字段') }]));
        const { edit } = build(attributes).layouts;
        expect(edit.flat().map(({ name }) => name)).toEqual(Object.keys(attributes));
        for (const row of edit) expect(row.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(12);
      }),
    );
  });
});
