import { filled, when, type Rule } from '../guide.ts';

const ELEMENTS = '实施清单要素跨字段规则 4';

/** What it costs: with a basis, or nothing at all. */
export const moneyRules: readonly Rule[] = [
  {
    id: 'charged-without-fee',
    clause: `${ELEMENTS}：收费的写明项目、标准和依据`,
    field: 'fees',
    weight: 'contradiction',
    remedy: '添加收费项目，写明项目名称、标准和依据；不收费的，把“是否收费”改成否。',
    check: ({ charged, fees }) => [
      ...when(charged === true && !fees?.length, '选了收费，却没有写收费项目。'),
      ...(charged ? (fees ?? []) : []).flatMap(({ name, standard, basis }) => {
        const missing = Object.entries({ 项目: name, 标准: standard, 依据: basis }).filter(([, text]) => !filled(text));
        return when(missing.length > 0, `收费项目“${name ?? ''}”没有写${missing.map(([what]) => what).join('、')}。`);
      }),
    ],
  },
  {
    id: 'free-with-fee',
    clause: `${ELEMENTS}：不收费的没有收费项目`,
    field: 'fees',
    weight: 'contradiction',
    remedy: '删掉收费项目，或者把“是否收费”改成是。',
    check: ({ charged, fees }) => when(charged === false && Boolean(fees?.length), '选了不收费，却写着收费项目。'),
  },
  {
    id: 'payment-online',
    clause: `${ELEMENTS}：收费的支持网上支付，不收费的不填`,
    field: 'onlinePayment',
    weight: 'hint',
    remedy: '收费的，开通网上支付并选“是”；不收费的，选“否”。',
    check: ({ charged, onlinePayment }) => [
      ...when(charged === true && onlinePayment === false, '收费，但是不能网上付。'),
      ...when(charged === false && onlinePayment === true, '不收费，却选了支持网上支付。'),
    ],
  },
];
