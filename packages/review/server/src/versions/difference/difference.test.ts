import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Content } from '../content.ts';
import type { Field } from '../shape.ts';
import { compareContents } from './difference.ts';
import { mirror, type Row } from './types.ts';

const field = (name: string, label: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name, label, kind, many: false, ...more });
const FIELDS: Field[] = [
  field('title', '标题', 'line'),
  field('body', '正文', 'rich-text'),
  field('summary', '摘要', 'text'),
  field('madeOn', '成文日期', 'date'),
  field('validity', '有效性', 'choice', { options: { valid: '现行有效', expired: '已失效' } }),
  field('audiences', '服务人群', 'choices', { options: { elderly: '老年人', disabled: '残疾人' } }),
  field('column', '栏目', 'relation'),
  field('services', '相关事项', 'relation', { many: true }),
  field('attachments', '附件', 'media', { many: true }),
  field('figures', '表格', 'json'),
  field('materials', '材料', 'component', {
    many: true,
    fields: [field('name', '材料名称', 'line'), field('copies', '份数', 'number'), field('note', '说明', 'text')],
  }),
];
const compare = (before: Content, after: Content) => compareContents(FIELDS, before, after);
const rowsOf = (before: Content, after: Content): Row[] => compare(before, after).flatMap(({ rows }) => rows);
const say = ({ mark, before, after }: Row) => {
  const side = (cell: Row['before'], sign: string) =>
    cell ? `${cell.label ? `${cell.label}：` : ''}${cell.pieces.map((piece) => (piece.mark === 'same' ? piece.text : `[${sign}${piece.text}]`)).join('')}` : '∅';
  return `${mark} ${side(before, '-')} → ${side(after, '+')}`;
};

describe('compareContents', () => {
  test('shows in a paragraph the words that were exchanged, and leaves the others', () => {
    const before = { body: '<p>步道明天开放。</p><h2>怎么去</h2><p>乘坐3路公交车到河堤站。</p>' };
    const after = { body: '<p>步道后天开放。</p><h2>怎么去</h2><p>乘坐3路公交车到河堤站。</p>' };
    expect(rowsOf(before, after).map(say)).toEqual([
      'changed 步道[-明天]开放。 → 步道[+后天]开放。',
      'same 二级标题：怎么去 → 二级标题：怎么去',
      'same 乘坐3路公交车到河堤站。 → 乘坐3路公交车到河堤站。',
    ]);
  });

  test('keeps the paragraphs around a new one side by side', () => {
    const rows = rowsOf({ body: '<p>第一段写的是天气。</p><p>第三段写的是交通。</p>' }, { body: '<p>第一段写的是天气。</p><p>新添了一段。</p><p>第三段写的是交通。</p>' });
    expect(rows.map(({ mark }) => mark)).toEqual(['same', 'added', 'same']);
  });

  test('reads a table row by row and says so', () => {
    const table = (fee: string) => `<table><tbody><tr><th>项目</th><th>费用</th></tr><tr><td><p>证件工本</p></td><td><p>${fee}</p></td></tr></tbody></table>`;
    expect(rowsOf({ body: table('20 元') }, { body: table('免费') }).map(say).at(-1)).toBe('changed 表格行：证件工本 | [-20 元] → 表格行：证件工本 | [+免费]');
  });

  test('tells a change of form or of a link from a change of words', () => {
    expect(rowsOf({ body: '<p>请看<a href="/a/">这里</a>。</p>' }, { body: '<p>请看<a href="/b/">这里</a>。</p>' }).map(say)).toEqual(['restyled 请看这里。 → 请看这里。']);
  });

  test('names values as the form does', () => {
    const rows = compare({ madeOn: '2026-11-01', validity: 'valid' }, { madeOn: '2026-11-02', validity: 'expired' });
    expect(rows.map(({ label, rows: [row] }) => `${label} ${say(row!)}`)).toEqual([
      '成文日期 changed [-2026年11月1日] → [+2026年11月2日]',
      '有效性 changed [-现行有效] → [+已失效]',
    ]);
  });

  test('shows targets by title and does not take a new title of theirs for a change', () => {
    const target = (id: string, title: string) => ({ id, title });
    expect(compare({ column: target('a', '要闻') }, { column: target('a', '要闻动态') })).toEqual([]);
    expect(rowsOf({ services: [target('a', '居住证'), target('b', '身份证')] }, { services: [target('b', '身份证'), target('c', '护照')] }).map(say)).toEqual([
      'removed [-居住证] → ∅',
      'same 身份证 → 身份证',
      'added ∅ → [+护照]',
    ]);
  });

  test('shows a file that came with its picture', () => {
    const file = { id: 'f', name: '河堤.jpg', mime: 'image/jpeg', thumbnail: '/uploads/t.jpg' };
    expect(rowsOf({}, { attachments: [file] })).toMatchObject([{ mark: 'added', after: { file } }]);
  });

  test('finds an item of a list again after others were put before it, and says what changed in it', () => {
    const identity = { name: '居民身份证', copies: 1 };
    const photo = { name: '近期照片', copies: 2, note: '白底' };
    expect(rowsOf({ materials: [identity, photo] }, { materials: [{ name: '申请表', copies: 1 }, identity, { ...photo, copies: 1 }] }).map(say)).toEqual([
      'added ∅ → 材料 1“申请表” · 材料名称：[+申请表]',
      'added ∅ → 材料 1“申请表” · 份数：[+1]',
      'same 材料 1“居民身份证” → 材料 2“居民身份证”',
      'changed 材料 2“近期照片” · 份数：[-2] → 材料 3“近期照片” · 份数：[+1]',
    ]);
  });

  test('says that an item only moved', () => {
    const [a, b, c] = ['甲', '乙', '丙'].map((name) => ({ name }));
    expect(rowsOf({ materials: [a, b, c] }, { materials: [b, c, a] }).map(say)).toContain('moved 材料 1“甲” → 材料 3“甲”');
  });

  test('names the cells of statutory tables', () => {
    const [row] = rowsOf({ figures: { 'requests.granted.person': 3 } }, { figures: { 'requests.granted.person': 4 } });
    expect(row?.before?.label).toContain('自然人');
  });
});

const words = fc.array(fc.constantFrom('步道', '开放', '明天', '2026年', '。', '，', 'A', ' '), { maxLength: 8 }).map((list) => list.join('').trim());
const paragraph = fc.tuple(fc.constantFrom('p', 'h2', 'li'), words).map(([tag, text]) => (text === '' ? '' : `<${tag}>${text}</${tag}>`));
const target = fc.constantFrom('甲', '乙', '丙', '丁').map((title) => ({ id: title, title }));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const content: fc.Arbitrary<Content> = fc
  .record({
    title: optional(words.filter(Boolean)),
    body: optional(fc.array(paragraph, { maxLength: 6 }).map((list) => list.join(''))),
    summary: optional(fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join('\n'))),
    madeOn: optional(fc.constantFrom('2026-01-01', '2026-11-26')),
    audiences: optional(fc.uniqueArray(fc.constantFrom('elderly', 'disabled'), { minLength: 1 })),
    services: optional(fc.uniqueArray(target, { minLength: 1, selector: ({ id }) => id })),
    materials: optional(fc.array(fc.record({ name: words.filter(Boolean), copies: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 4 })),
  })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '')));

describe('any two contents', () => {
  test('are not different from themselves', () => {
    fc.assert(fc.property(content, (one) => void expect(compare(one, structuredClone(one))).toEqual([])));
  });

  test('differ in the same way seen from either side', () => {
    fc.assert(fc.property(content, content, (one, other) => void expect(compare(other, one)).toEqual(mirror(compare(one, other)))));
  });

  test('show each side whole: nothing of the text is lost or made up', () => {
    const textOf = (rows: Row[], side: 'before' | 'after') => rows.flatMap((row) => (row[side] ? [row[side].pieces.map(({ text }) => text).join('')] : []));
    const paragraphsOf = (html: string) => [...html.matchAll(/<(\w+)>(.*?)<\/\1>/g)].map(([, , text]) => text!.replace(/\s+/g, ' ').trim()).filter(Boolean);
    fc.assert(
      fc.property(content, content, (one, other) => {
        const section = compare(one, other).find(({ field: name }) => name === 'body');
        if (!section) return;
        expect(textOf(section.rows, 'before')).toEqual(paragraphsOf(String(one.body ?? '')));
        expect(textOf(section.rows, 'after')).toEqual(paragraphsOf(String(other.body ?? '')));
      }),
    );
  });
});
