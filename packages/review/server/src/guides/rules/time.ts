import { when, type Guide, type Rule } from '../guide.ts';

const ELEMENTS = '实施清单要素跨字段规则';
const UNITS: Record<string, string> = { workday: '个工作日', day: '日', hour: '小时' };
const inWords = (limit: number, unit: string | null | undefined) => `${limit} ${UNITS[unit ?? 'workday'] ?? ''}`;
/** 行政许可法第四十二条: twenty working days, ten more when the head of the agency agrees. */
const LICENCE_DAYS = 20;

/** Time limits: what is promised, what the law allows, and what kind of case that makes it. */
export const timeRules: readonly Rule[] = [
  {
    id: 'promise-within-law',
    clause: `${ELEMENTS}：承诺时限不长于法定时限`,
    field: 'promisedLimit',
    weight: 'contradiction',
    remedy: '把承诺办结时限改到法定办结时限以内，或者核对法定时限是不是填错了。',
    check: ({ promisedLimit, promisedUnit, statutoryLimit, statutoryUnit }) =>
      when(
        promisedLimit != null && statutoryLimit != null && promisedUnit === statutoryUnit && promisedLimit > statutoryLimit,
        `承诺 ${inWords(promisedLimit ?? 0, promisedUnit)}办结，比法定的 ${inWords(statutoryLimit ?? 0, statutoryUnit)}还长。`,
      ),
  },
  {
    id: 'same-unit',
    clause: `${ELEMENTS}：承诺时限与法定时限单位一致`,
    field: 'promisedUnit',
    weight: 'hint',
    remedy: '两个时限用同一个单位，办事的人才好比较。',
    check: ({ promisedLimit, promisedUnit, statutoryLimit, statutoryUnit }) =>
      when(
        Boolean(promisedLimit) && Boolean(statutoryLimit) && (promisedUnit ?? 'workday') !== (statutoryUnit ?? 'workday'),
        `承诺时限用“${UNITS[promisedUnit ?? 'workday']}”，法定时限用“${UNITS[statutoryUnit ?? 'workday']}”，没法比较。`,
      ),
  },
  {
    id: 'immediate-case',
    clause: `${ELEMENTS} 1：承诺时限为即办的是即办件，其余是承诺件`,
    field: 'caseType',
    weight: 'hint',
    remedy: '当场能办好的，办件类型选“即办件”，承诺时限填 0；其余选“承诺件”。',
    check: (guide) => checkCaseType(guide),
  },
  {
    id: 'licence-limit',
    clause: '行政许可法第四十二条：自受理之日起二十日内作出决定',
    field: 'promisedLimit',
    weight: 'hint',
    remedy: '承诺时限改到 20 个工作日以内；法律、法规另有规定的，在“时限说明”里写明依据。',
    check: ({ itemType, promisedLimit, promisedUnit }) =>
      when(
        itemType === 'licence' && promisedUnit === 'workday' && (promisedLimit ?? 0) > LICENCE_DAYS,
        `这是行政许可，承诺 ${inWords(promisedLimit ?? 0, promisedUnit)}，超过了 ${LICENCE_DAYS} 个工作日。`,
      ),
  },
  {
    id: 'limit-known',
    clause: '行政许可法第三十条：公示期限',
    field: 'promisedLimit',
    weight: 'hint',
    remedy: '填上承诺办结时限；当场办结的填 0。',
    check: ({ promisedLimit, caseType }) => when(promisedLimit == null && caseType !== 'immediate', '没有写多久办好。'),
  },
];

function checkCaseType({ caseType, promisedLimit }: Guide): string[] {
  if (!caseType || promisedLimit == null) return [];
  if (promisedLimit === 0) return when(caseType !== 'immediate', '承诺当场办结，办件类型却是“承诺件”。');
  return when(caseType === 'immediate', `办件类型是“即办件”，承诺时限却是 ${promisedLimit}。`);
}
