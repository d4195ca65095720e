import { daysUntil } from '@mingchuang/content';

import type { Check, Finding } from './check.ts';
import { checkPeriod } from './period.ts';
import { countOpinions } from './received.ts';

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

/**
 * Everything that speaks against publishing a consultation, all at once.
 * @param received Opinions that came in online.
 */
export function checkConsultation(data: ConsultationData, received = 0): Finding[] {
  const { opensOn, closesOn, shortReason, opinionCount, adoptedCount, report, reportedOn } = data;
  const problems = checkPeriod(opensOn, closesOn);
  if (problems.length === 0 && opensOn && closesOn) {
    const days = daysUntil(opensOn, closesOn) + 1;
    if (days < SHORTEST && !shortReason?.trim()) {
      problems.push({
        field: 'shortReason',
        message: `征求意见只有 ${days} 天，少于 ${SHORTEST} 天，请填写“不足 30 日的理由”，或者推迟结束日期。`,
      });
    }
  }
  if (data.acceptsOnline === false && ![data.email, data.phone, data.postal].some((channel) => channel?.trim())) {
    problems.push({
      field: 'acceptsOnline',
      message: '没有任何提意见的渠道：请打开“网上收意见”，或者填写邮箱、电话、邮寄地址中的一样。',
    });
  }
  if (typeof opinionCount === 'number' && opinionCount < received) {
    problems.push({
      field: 'opinionCount',
      message: `“收到意见”填了 ${opinionCount} 条，比网上实际收到的 ${received} 条还少，请核对。`,
    });
  }
  if (typeof adoptedCount === 'number' && adoptedCount > (opinionCount ?? received)) {
    problems.push({
      field: 'adoptedCount',
      message: `“采纳”填了 ${adoptedCount} 条，比收到的 ${opinionCount ?? received} 条还多，请核对。`,
    });
  }
  if (report && !reportedOn)
    problems.push({ field: 'reportedOn', message: '写了“意见采纳情况”，请同时填写“反馈日期”。' });
  return problems;
}

/** What consultations are held to. */
export const consultationCheck: Check<ConsultationData> = {
  type: 'api::consultation.consultation',
  reads: [],
  find: async (data, { strapi, documentId }) =>
    checkConsultation(data, documentId ? await countOpinions(strapi, documentId) : 0),
};
