import { surveyResults, type SurveyReply } from '@mingchuang/content';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCms, type Cms, type Person } from './cms.ts';
import { anAnswer, makeTakingPart } from './taking-part.ts';

let cms: Cms;
let survey: string;
let editor: Person;

beforeAll(async () => {
  cms = await startCms();
  ({ survey } = await makeTakingPart(cms));
  editor = await cms.person('采编', ['survey-read'], [cms.agencies.water]);
});
afterAll(() => cms?.end());

const feed = async (path: string) => {
  const response = await fetch(`${cms.url}/api/feed/${path}`, { headers: { authorization: `Bearer ${cms.environment.FEED_TOKEN}` } });
  return (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as Record<string, any>);
};
const results = async () => {
  const found = (await feed('export')).find(({ type }) => type === 'survey-results');
  return found && surveyResults.parse(found.data);
};
const answer = (replies?: SurveyReply[], rest = {}) => cms.publicCall('/api/cases', anAnswer(survey, replies, rest));

test('answers are added up, sent twice they count once, and nothing in them says whose they are', async () => {
  const first = anAnswer(survey);
  for (const filing of [first, first, anAnswer(survey, [[0], [], 5, null]), anAnswer(survey, [[1], [1], 1, ''])])
    expect(await cms.publicCall('/api/cases', filing)).toMatchObject({ status: 200, body: { number: filing.number } });
  await cms.cases.flushResults();
  expect(await results()).toEqual({
    survey: { type: 'survey', documentId: survey },
    answers: 3,
    until: '2025-11-10',
    questions: [
      { answered: 3, counts: [1, 2, 0] },
      { answered: 2, counts: [1, 1, 1] },
      { answered: 3, counts: [1, 0, 0, 1, 1] },
      { answered: 1, counts: [] },
    ],
  });
  const [row] = await cms.strapi.db.connection('survey_answers').orderBy('id');
  expect(Object.keys(row).sort()).toEqual(['code_hash', 'id', 'number', 'quarantined', 'received_on', 'replies', 'survey']);
  expect(JSON.stringify(await feed('export'))).not.toContain('晚上洗澡水小');
});

test('answers that are none of the questions are refused, each at its field', async () => {
  const { status, body } = await answer([[7], [0, 1, 2], 9, null]);
  expect(status).toBe(400);
  expect(body.error.details.fields).toEqual([
    { field: 'q1', message: '请从列出的选项里选' },
    { field: 'q2', message: '最多选 2 项，您选了 3 项' },
    { field: 'q3', message: '请在 1 到 5 分里选一个' },
  ]);
  expect((await answer([null, null, null, null])).body.error.details.fields.map(({ field }: { field: string }) => field)).toEqual(['q1', 'q3']);
  expect((await answer(undefined, { receivedAt: '2025-12-10T16:00:00.000Z' })).body.error.details.fields).toEqual([{ field: 'survey', message: '已经在 2025-12-10 结束。' }]);
});

test('a burst of answers tells the feed once, and is stored whole', async () => {
  await cms.cases.flushResults();
  const { sequence: before } = (await feed('export')).at(-1)!;
  const burst = Array.from({ length: 80 }, () => anAnswer(survey, [[2], [], 2, null]));
  const answers = await Promise.all(burst.map((filing) => cms.publicCall('/api/cases', filing)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect((await feed('export')).at(-1)!.sequence).toBe(before);
  await cms.cases.flushResults();
  await cms.cases.flushResults();
  expect((await feed('export')).at(-1)!.sequence).toBe(before + 1);
  expect((await results())!.questions[0]!.counts[2]).toBe(80);
});

test('those who asked read what people wrote, and nobody else does', async () => {
  const { body } = await editor.get(`/surveys/${survey}`);
  expect(body.data).toMatchObject({ title: '您家水压够不够', questions: [{}, {}, {}, { words: ['晚上洗澡水小'] }] });
  expect((await editor.get('/surveys')).body.data).toMatchObject([{ id: survey, answers: body.data.answers }]);
  expect((await editor.post(`/surveys/${survey}/export`)).body.data).toContain('"2025-11-10","早晚不够","水表；路上的水管","4","晚上洗澡水小"');
  const stranger = await cms.person('别处', ['survey-read'], [cms.agencies.roads]);
  expect((await stranger.get('/surveys')).body.data).toEqual([]);
  expect((await stranger.get(`/surveys/${survey}`)).status).toBe(404);
  expect((await stranger.post(`/surveys/${survey}/export`)).status).toBe(404);
});

test('suspicious answers are kept and not counted', async () => {
  const before = (await results())!.answers;
  await answer(undefined, { suspicion: 80 });
  await cms.cases.flushResults();
  expect((await results())!.answers).toBe(before);
  expect(await cms.cases.surveys.countAnswers(survey)).toBe(before);
});

test('questions cannot be changed once somebody has answered, everything else can', async () => {
  const surveys = cms.strapi.documents('api::survey.survey');
  const [first, ...others] = (await surveys.findOne({ documentId: survey, populate: ['questions'] as never }) as unknown as { questions: { options: string }[] }).questions;
  const publish = async (data: object) => {
    await surveys.update({ documentId: survey, data: data as never });
    return surveys.publish({ documentId: survey });
  };
  await expect(publish({ questions: [{ ...first, options: '够\n不够' }, ...others] })).rejects.toThrow(/已经收到 \d+ 份答卷，题目、题型和选项不能再改/);
  await publish({ questions: [first, ...others], closesOn: '2025-12-20' });
});
