import { describe, expect, test } from 'vitest';

import { checkConsultation } from './consultation.ts';
import { checkInterview } from './interview.ts';
import { checkSurvey } from './survey.ts';

const fields = (problems: { field: string }[]) => problems.map(({ field }) => field);

describe('checkConsultation', () => {
  test('wants thirty days, both ends counted, or a reason', () => {
    expect(checkConsultation({ opensOn: '2026-06-01', closesOn: '2026-06-30' })).toEqual([]);
    expect(checkConsultation({ opensOn: '2026-06-01', closesOn: '2026-06-29' })).toMatchObject([
      { level: 'block', field: 'shortReason', message: '征求意见只有 29 天，少于 30 天。', remedy: '请填写“不足 30 日的理由”，或者推迟结束日期。' },
    ]);
    expect(checkConsultation({ opensOn: '2026-06-01', closesOn: '2026-06-10', shortReason: '国务院统一部署' })).toEqual([]);
  });

  test('wants the end not before the beginning, and says all at once', () => {
    const problems = checkConsultation({ opensOn: '2026-06-02', closesOn: '2026-06-01', acceptsOnline: false, opinionCount: 3, adoptedCount: 5, report: '<p>采纳</p>' }, 4);
    expect(fields(problems)).toEqual(['closesOn', 'acceptsOnline', 'opinionCount', 'adoptedCount', 'reportedOn']);
    expect(problems[0]!.message).toContain('结束日期（2026-06-01）早于开始日期（2026-06-02）');
  });
});

describe('checkSurvey', () => {
  const question = { title: '够吗', kind: 'single' as const, options: '够\n不够' };
  const survey = { opensOn: '2026-06-01', closesOn: '2026-06-10', questions: [question] };

  test('wants questions that can be answered', () => {
    expect(checkSurvey(survey)).toEqual([]);
    expect(fields(checkSurvey({ ...survey, questions: [] }))).toEqual(['questions']);
    expect(checkSurvey({ ...survey, questions: [question, { ...question, options: '够' }] })).toMatchObject([
      { field: 'questions.1', message: '第 2 题“够吗”选项不够。', remedy: '至少要有两个选项，一行一个。' },
    ]);
    expect(fields(checkSurvey({ ...survey, questions: [{ ...question, kind: 'multiple', maxChoices: 3 }] }))).toEqual(['questions.0']);
    expect(fields(checkSurvey({ ...survey, questions: [{ ...question, options: '够\n够' }] }))).toEqual(['questions.0']);
  });

  test('keeps questions as they are once somebody has answered', () => {
    const changed = { ...survey, questions: [{ ...question, options: '不够\n够' }] };
    expect(checkSurvey(changed, survey, 0)).toEqual([]);
    expect(checkSurvey(changed, survey, 3)[0]!.message).toContain('已经收到 3 份答卷');
    expect(checkSurvey({ ...survey, closesOn: '2026-06-20' }, survey, 3)).toEqual([]);
  });
});

describe('checkInterview', () => {
  test('wants times in their order, the day counted in Shanghai', () => {
    const startsAt = '2026-11-05T17:00:00.000Z';
    expect(checkInterview({ startsAt, endsAt: '2026-11-05T18:00:00.000Z', collectsUntil: '2026-11-06' })).toEqual([]);
    expect(fields(checkInterview({ startsAt, endsAt: startsAt, collectsUntil: '2026-11-07' }))).toEqual(['endsAt', 'collectsUntil']);
  });
});
