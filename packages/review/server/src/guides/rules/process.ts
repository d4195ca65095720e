import { filled, when, type Guide, type Rule } from '../guide.ts';

const STEPS = ['受理', '审核', '审批', '办结', '送达'];
const CERTIFICATE = /(?:证|证书|执照|卡|牌照)$/;
const DOCUMENT = /(?:文|批复|决定书|通知书|意见书)$/;

/** How it goes, what comes out of it, and how fresh the guide is. */
export const processRules: readonly Rule[] = [
  {
    id: 'result-type',
    clause: '实施清单要素跨字段规则 2：结果名称与结果类型一致',
    field: 'resultType',
    weight: 'hint',
    remedy: '名称以“证”结尾的选“证照”，以“文”“批复”结尾的选“批文”。',
    check: ({ resultName, resultType }) => [
      ...when(CERTIFICATE.test(resultName ?? '') && Boolean(resultType) && resultType !== 'certificate', `结果是“${resultName}”，结果类型却不是证照。`),
      ...when(DOCUMENT.test(resultName ?? '') && Boolean(resultType) && resultType !== 'document', `结果是“${resultName}”，结果类型却不是批文。`),
    ],
  },
  {
    id: 'result-sample',
    clause: '实施清单要素跨字段规则 2：有审批结果的要有样本',
    field: 'resultSample',
    weight: 'hint',
    remedy: '上传一份结果样本（去掉真实姓名和号码）。',
    check: ({ resultName, resultType, resultSample }) =>
      when(filled(resultName) && Boolean(resultType) && resultType !== 'other' && !resultSample, `结果“${resultName}”没有样本。`),
  },
  {
    id: 'five-steps',
    clause: '实施清单要素跨字段规则 7：办理流程至少有受理、审核、审批、办结、送达',
    field: 'steps',
    weight: 'hint',
    remedy: '把缺的环节补上，每一步写明谁办、多久。',
    check: (guide) => checkSteps(guide),
  },
  {
    id: 'licence-question',
    clause: '实施清单要素跨字段规则 7：行政许可至少有一个常见问题',
    field: 'questions',
    weight: 'hint',
    remedy: '写上窗口被问得最多的一个问题和答案。',
    check: ({ itemType, questions }) => when(itemType === 'licence' && !questions?.length, '这是行政许可，没有一个常见问题。'),
  },
  {
    id: 'version-shown',
    clause: '自加规则：写明版本和更新日期',
    field: 'version',
    weight: 'hint',
    remedy: '写上版本和生效日期，办事的人才知道是不是最新的。',
    check: ({ version, effectiveOn }) => [...when(!filled(version), '没有写版本。'), ...when(!filled(effectiveOn), '没有写生效日期。')],
  },
];

function checkSteps({ steps }: Guide): string[] {
  const names = (steps ?? []).map(({ name }) => name ?? '');
  const missing = STEPS.filter((step) => !names.some((name) => name.includes(step)));
  const thin = (steps ?? []).filter(({ actor, duration }) => !filled(actor) || !filled(duration));
  return [
    ...when(missing.length > 0, `办理流程里没有${missing.join('、')}。`),
    ...when(thin.length > 0, `步骤“${thin.map(({ name }) => name ?? '').join('、')}”没有写谁办或者多久。`),
  ];
}
