import { opinionFigures, opinionTracking } from '@mingchuang/content';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { aFiling, startCms, type Cms, type Person } from './cms.ts';
import { anOpinion, makeTakingPart } from './taking-part.ts';

let cms: Cms;
let consultation: string;
let editor: Person;
let reader: Person;
let stranger: Person;

beforeAll(async () => {
  cms = await startCms();
  ({ consultation } = await makeTakingPart(cms));
  editor = await cms.person('采编', ['opinion-read', 'opinion-handle', 'contact'], [cms.agencies.water]);
  reader = await cms.person('只看', ['opinion-read'], [cms.agencies.water]);
  stranger = await cms.person('别处', ['read', 'handle', 'opinion-read', 'opinion-handle', 'contact'], [cms.agencies.roads]);
});
afterAll(() => cms?.end());

const file = async (filing = anOpinion(consultation)) => {
  expect(await cms.publicCall('/api/cases', filing)).toMatchObject({ status: 200, body: { number: filing.number } });
  return filing;
};
const listed = async (person: Person, tab = 'all') => (await person.post('/opinions/list', { consultation, tab })).body.data.items as Record<string, any>[];
const figures = async () => {
  await cms.cases.flushResults();
  const response = await fetch(`${cms.url}/api/feed/export`, { headers: { authorization: `Bearer ${cms.environment.FEED_TOKEN}` } });
  const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as Record<string, any>);
  const found = lines.find(({ type, documentId }) => type === 'opinion-figures' && documentId === consultation);
  return { text: JSON.stringify(lines), figures: found && opinionFigures.parse(found.data) };
};

test('an opinion goes from the citizen to the verdict, which the citizen reads, and into the figures', async () => {
  const { number, code } = await file();
  const track = async () => opinionTracking.parse((await cms.publicCall('/api/cases/track', { number, code })).body);
  expect(await track()).toMatchObject({ kind: 'opinion', title: '供水条例（征求意见稿）', part: '第一条', agencyName: '望川市水务局' });
  expect((await track()).outcome).toBeUndefined();
  expect((await figures()).figures).toMatchObject({ received: 1, adopted: 0 });

  const [item] = await listed(editor, 'open');
  expect(item).toMatchObject({ number, part: '第一条', outcome: null, hasContact: true });
  const without = await editor.post(`/opinions/${number}/weigh`, { revision: item!.revision, outcome: 'adopted', reason: ' ' });
  expect(without).toMatchObject({ status: 400, body: { error: { details: { fields: [{ field: 'reason' }] } } } });
  expect((await editor.post(`/opinions/${number}/weigh`, { revision: item!.revision, outcome: 'adopted', reason: '写进第七条。' })).status).toBe(200);
  expect(await track()).toMatchObject({ outcome: 'adopted', reason: '写进第七条。', path: expect.stringMatching(/^\/zhengji\//) });
  expect(await listed(editor, 'open')).toEqual([]);

  const late = await editor.post(`/opinions/${number}/weigh`, { revision: item!.revision, outcome: 'declined', reason: '不行。' });
  expect(late).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching('刚被别人处理过') } } });
  const told = await figures();
  expect(told.figures).toEqual({ consultation: { type: 'consultation', documentId: consultation }, received: 1, adopted: 1, partly: 0, declined: 0 });
  expect(told.text).not.toMatch(/提前三天|欧阳|13987654321|写进第七条/);
});

test('name and number may be left out', async () => {
  const { number } = await file(anOpinion(consultation, { name: '', phone: '', part: '' }));
  expect((await listed(editor)).find((item) => item.number === number)).toMatchObject({ hasContact: false, part: null });
  expect((await editor.post(`/opinions/${number}/contact`)).body.data).toEqual({});
});

describe('an opinion is refused', () => {
  test.each([
    ['before the consultation opens', '2025-10-31T15:59:59.000Z', '还没有开始'],
    ['after its last day in Shanghai', '2025-12-10T16:00:00.000Z', '已经在 2025-12-10 结束'],
  ])('%s', async (_, receivedAt, message) => {
    const refused = await cms.publicCall('/api/cases', anOpinion(consultation, {}, { receivedAt }));
    expect(refused).toMatchObject({ status: 400, body: { error: { details: { fields: [{ field: 'consultation', message: expect.stringContaining(message) }] } } } });
  });

  test('on what is no consultation, and on one that takes none online', async () => {
    expect((await cms.publicCall('/api/cases', anOpinion('nothing'))).status).toBe(400);
  });

  test('is taken to the last second of the last day', () => file(anOpinion(consultation, {}, { receivedAt: '2025-12-10T15:59:59.000Z' })));
});

describe('rights', () => {
  test('an agency sees and weighs its own only', async () => {
    const { number } = await file();
    expect(await listed(stranger)).toEqual([]);
    expect((await stranger.get('/consultations')).body.data).toEqual([]);
    expect((await stranger.post(`/opinions/${number}/weigh`, { revision: 0, outcome: 'adopted', reason: '好' })).status).toBe(404);
    expect((await stranger.post(`/opinions/${number}/contact`)).status).toBe(404);
    expect((await reader.post(`/opinions/${number}/weigh`, { revision: 0, outcome: 'adopted', reason: '好' })).status).toBe(403);
    expect((await reader.post(`/opinions/${number}/contact`)).status).toBe(403);
    expect((await reader.get('/consultations')).body.data).toMatchObject([{ id: consultation, title: '供水条例（征求意见稿）' }]);
  });

  test('the desks of letters and opinions are apart', async () => {
    const letters = await cms.person('办信', ['read', 'handle'], [cms.agencies.water]);
    const letter = aFiling();
    await cms.publicCall('/api/cases', letter);
    const { number } = await file();
    expect((await letters.post('/list', { tab: 'all' })).body.data.items.map((item: { number: string }) => item.number)).toEqual([letter.number]);
    expect((await letters.get(`/letters/${number}`)).status).toBe(404);
    expect((await letters.post(`/letters/${number}/accept`, { revision: 0 })).status).toBe(404);
    expect((await letters.post('/opinions/list', {})).status).toBe(403);
    expect((await editor.post(`/opinions/${letter.number}/weigh`, { revision: 0, outcome: 'adopted', reason: '好' })).status).toBe(404);
  });

  test('the table to take away masks who wrote, unless one may see that, and then says who looked', async () => {
    const { number } = await file();
    const masked = (await reader.post('/opinions/export', { consultation })).body.data as string;
    expect(masked).toContain(number);
    expect(masked).not.toMatch(/欧阳晓梅|13987654321/);
    expect((await reader.post('/opinions/export', { consultation, personal: true })).status).toBe(403);
    expect((await editor.post('/opinions/export', { consultation, personal: true })).body.data).toMatch(/"欧阳晓梅","13987654321"/);
    expect(await cms.strapi.db.connection('case_access').where({ number, actor_name: '采编' })).toHaveLength(1);
  });
});

test('what looks like spam counts only once somebody has looked', async () => {
  const before = (await figures()).figures!.received;
  const { number } = await file(anOpinion(consultation, {}, { suspicion: 90 }));
  expect((await figures()).figures!.received).toBe(before);
  expect((await listed(editor, 'spam')).map((item) => item.number)).toEqual([number]);
  expect((await editor.post(`/opinions/${number}/release`, { revision: 0 })).status).toBe(200);
  expect((await figures()).figures!.received).toBe(before + 1);
});

test('who wrote is forgotten after the retention period, weighed or not; the opinion stays', async () => {
  const { number } = await file();
  expect(await cms.cases.erase(new Date('2027-01-01T00:00:00Z'))).toBeGreaterThan(0);
  const [row] = await cms.strapi.db.connection('cases').where({ number });
  expect(row).toMatchObject({ name_sealed: null, phone_sealed: null, body: expect.stringContaining('提前三天') });
});

describe('a consultation is not published', () => {
  const consultations = () => cms.strapi.documents('api::consultation.consultation');
  const publish = async (data: object) => {
    await consultations().update({ documentId: consultation, data: data as never });
    return consultations().publish({ documentId: consultation });
  };

  test('for less than thirty days without saying why', async () => {
    await expect(publish({ closesOn: '2025-11-20' })).rejects.toThrow('征求意见只有 20 天，少于 30 天。请填写“不足 30 日的理由”，或者推迟结束日期。');
    await publish({ closesOn: '2025-11-20', shortReason: '汛期前必须施行。' });
  });

  test('with fewer opinions than came in online', async () => {
    await expect(publish({ opinionCount: 0 })).rejects.toThrow(/“收到意见”填了 0 条，比网上实际收到的 \d+ 条还少/);
  });

  test('in one go either', async () => {
    const { title, summary, draft, explanation, column, agency } = (await consultations().findOne({ documentId: consultation, populate: ['column', 'agency'] as never })) as any;
    const data = { title, summary, draft, explanation, column: column.documentId, agency: agency.documentId, opensOn: '2025-11-02', closesOn: '2025-11-01' };
    await expect(consultations().create({ data, status: 'published' })).rejects.toThrow('结束日期（2025-11-01）早于开始日期（2025-11-02）');
  });
});
