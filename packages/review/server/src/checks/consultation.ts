import { daysUntil } from '@mingchuang/content';

import type { Check, Example } from './check.ts';
import type { Remark } from './finding.ts';
import { checkPeriod } from './period.ts';

/** What a consultation must say before it is published. */
export interface ConsultationData {
  opensOn?: string | null;
  closesOn?: string | null;
  shortReason?: string | null;
  acceptsOnline?: boolean | null;
  email?: string | null;
  phone?: string | null;
  postal?: string | null;
  opinionCount?: number | null;
  adoptedCount?: number | null;
  report?: string | null;
  reportedOn?: string | null;
}

/** Days the public has at least (《重大行政决策程序暂行条例》 art. 15, 《规章制定程序条例》 art. 15). */
const SHORTEST = 30;
const type = 'api::consultation.consultation';

/** @param received Opinions that came in online. */
export function checkConsultation(data: ConsultationData, received = 0): Remark[] {
  const { opensOn, closesOn, shortReason, opinionCount, adoptedCount, report, reportedOn } = data;
  const found = checkPeriod(opensOn, closesOn);
  const say = (field: string, message: string, remedy: string, clause?: string) =>
    found.push({ level: 'block', field, message, remedy, ...(clause ? { clause } : {}) });
  if (found.length === 0 && opensOn && closesOn) {
    const days = daysUntil(opensOn, closesOn) + 1;
    if (days < SHORTEST && !shortReason?.trim())
      say(
        'shortReason',
        `征求意见只有 ${days} 天，少于 ${SHORTEST} 天。`,
        '请填写“不足 30 日的理由”，或者推迟结束日期。',
        '重大行政决策程序暂行条例第十五条',
      );
  }
  if (data.acceptsOnline === false && ![data.email, data.phone, data.postal].some((channel) => channel?.trim()))
    say('acceptsOnline', '没有任何提意见的渠道。', '请打开“网上收意见”，或者填写邮箱、电话、邮寄地址中的一样。');
  if (typeof opinionCount === 'number' && opinionCount < received)
    say('opinionCount', `“收到意见”填了 ${opinionCount} 条，比网上实际收到的 ${received} 条还少。`, '请核对。');
  if (typeof adoptedCount === 'number' && adoptedCount > (opinionCount ?? received))
    say('adoptedCount', `“采纳”填了 ${adoptedCount} 条，比收到的 ${opinionCount ?? received} 条还多。`, '请核对。');
  if (report && !reportedOn) say('reportedOn', '写了“意见采纳情况”，没有写“反馈日期”。', '请同时填写“反馈日期”。');
  return found;
}

/** What consultations are held to, by the number of opinions that came in online. */
export const consultationCheck: Check<number> = {
  id: 'consultation',
  title: '民意征集',
  heaviest: 'block',
  types: [type],
  find: ({ values }, received) => checkConsultation(values, received),
};

const thirty = { opensOn: '2026-06-01', closesOn: '2026-06-30' };
export const examples: readonly Example<number>[] = [
  { says: 'thirty days, both ends counted', type, values: thirty, facts: 0, finds: [] },
  { says: 'a day less', type, values: { ...thirty, closesOn: '2026-06-29' }, facts: 0, finds: ['block shortReason'] },
  { says: 'a day less with its reason', type, values: { ...thirty, closesOn: '2026-06-29', shortReason: '国务院统一部署' }, facts: 0, finds: [] },
  {
    says: 'everything at once',
    type,
    values: { opensOn: '2026-06-02', closesOn: '2026-06-01', acceptsOnline: false, opinionCount: 3, adoptedCount: 5, report: '<p>采纳</p>' },
    facts: 4,
    finds: ['block closesOn', 'block acceptsOnline', 'block opinionCount', 'block adoptedCount', 'block reportedOn'],
  },
];
