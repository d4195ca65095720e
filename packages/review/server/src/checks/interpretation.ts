import type { Check, Example } from './check.ts';

/** Kinds of policy documents that are addressed to the public and change what it may or must do. */
const NORMATIVE = ['decision', 'order', 'opinion', 'measure', 'regulation', 'rule', 'plan', 'statute'];

/** A policy comes with its interpretation, or with the plan of one (国办发〔2016〕61号: 同步组织、同步审签、同步部署). */
export const interpretationCheck: Check = {
  id: 'interpretation',
  title: '解读方案',
  heaviest: 'confirm',
  types: ['api::policy-document.policy-document'],
  find: ({ values }) => {
    const { genre, interpretations, interpretationPlan } = values as { genre?: string; interpretations?: unknown[]; interpretationPlan?: string | null };
    if (!NORMATIVE.includes(genre ?? '') || interpretations === undefined) return [];
    if (interpretations.length > 0 || interpretationPlan?.trim()) return [];
    return [
      {
        level: 'confirm',
        field: 'interpretationPlan',
        message: '这份文件没有政策解读，也没有解读方案。',
        remedy: '在“解读方案”里写明谁来解读、用什么形式、哪天发布；不用解读的写明理由，或者打勾确认。',
        clause: '国办发〔2016〕61号：文件与解读方案、解读材料同步组织、同步审签、同步部署',
      },
    ];
  },
};

const type = 'api::policy-document.policy-document';
export const examples: readonly Example[] = [
  { says: 'a measure with neither', type, values: { genre: 'measure', interpretations: [] }, finds: ['confirm interpretationPlan'] },
  { says: 'a measure with an interpretation', type, values: { genre: 'measure', interpretations: [{ documentId: 'a' }] }, finds: [] },
  { says: 'a measure with a plan', type, values: { genre: 'measure', interpretations: [], interpretationPlan: '文件发布三个工作日内发图解。' }, finds: [] },
  { says: 'a reply to one agency', type, values: { genre: 'reply', interpretations: [] }, finds: [] },
];
