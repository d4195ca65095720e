/**
 * The three statutory tables of the annual report on disclosure, as 《中华人民共和国政府信息公开工作年度报告格式》
 * (国办公开办函〔2021〕30号) has them: their rows, columns and the keys their cells are stored under.
 */

/** Part 二: one block for each item of art. 20 of 《政府信息公开条例》. A cell is `proactive.<row>.<measure>`. */
export const PROACTIVE_TABLE = {
  title: '主动公开政府信息情况',
  blocks: [
    {
      clause: '第二十条第（一）项',
      measures: { made: '本年制发件数', repealed: '本年废止件数', inForce: '现行有效件数' },
      rows: { rules: '规章', normative: '行政规范性文件' },
    },
    {
      clause: '第二十条第（五）项',
      measures: { decisions: '本年处理决定数量' },
      rows: { licences: '行政许可' },
    },
    {
      clause: '第二十条第（六）项',
      measures: { decisions: '本年处理决定数量' },
      rows: { penalties: '行政处罚', coercion: '行政强制' },
    },
    {
      clause: '第二十条第（八）项',
      measures: { amount: '本年收费金额（单位：万元）' },
      rows: { fees: '行政事业性收费' },
    },
  ],
} as const satisfies { title: string; blocks: readonly ProactiveBlock[] };

export interface ProactiveBlock {
  clause: string;
  measures: Readonly<Record<string, string>>;
  rows: Readonly<Record<string, string>>;
}

/** A row of part 三 that has figures. */
export interface RequestRow {
  key: string;
  label: string;
  /** The heading it stands under. */
  group?: string;
}

const under = (group: string, prefix: string, labels: readonly string[]): RequestRow[] =>
  labels.map((label, at) => ({ key: `${prefix}-${at + 1}`, label: `${at + 1}. ${label}`, group }));

/** Results of part 三, in the order of the form. */
const RESULTS: readonly RequestRow[] = [
  { key: 'granted', label: '（一）予以公开' },
  { key: 'partial', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
  ...under('（三）不予公开', 'refused', [
    '属于国家秘密',
    '其他法律行政法规禁止公开',
    '危及“三安全一稳定”',
    '保护第三方合法权益',
    '属于三类内部事务信息',
    '属于四类过程性信息',
    '属于行政执法案卷',
    '属于行政查询事项',
  ]),
  ...under('（四）无法提供', 'unavailable', [
    '本机关不掌握相关政府信息',
    '没有现成信息需要另行制作',
    '补正后申请内容仍不明确',
  ]),
  ...under('（五）不予处理', 'unprocessed', [
    '信访举报投诉类申请',
    '重复申请',
    '要求提供公开出版物',
    '无正当理由大量反复申请',
    '要求行政机关确认或重新出具已获取信息',
  ]),
  ...under('（六）其他处理', 'closed', [
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '其他',
  ]),
];

/** Part 三. A cell is `requests.<row>.<applicant>`. */
export const REQUESTS_TABLE = {
  title: '收到和处理政府信息公开申请情况',
  received: [
    { key: 'received', label: '一、本年新收政府信息公开申请数量' },
    { key: 'carried', label: '二、上年结转政府信息公开申请数量' },
  ] as readonly RequestRow[],
  resultsLabel: '三、本年度办理结果',
  results: RESULTS,
  total: { key: 'handled', label: '（七）总计' } as RequestRow,
  pending: { key: 'pending', label: '四、结转下年度继续办理' } as RequestRow,
  /** 自然人, then the kinds of 法人或其他组织. */
  applicants: {
    person: '自然人',
    business: '商业企业',
    research: '科研机构',
    charity: '社会公益组织',
    legal: '法律服务机构',
    other: '其他',
  },
  organisations: '法人或其他组织',
  totalLabel: '总计',
} as const;

/** Part 四. A cell is `remedies.<procedure>.<outcome>`. */
export const REMEDIES_TABLE = {
  title: '政府信息公开行政复议、行政诉讼情况',
  procedures: { review: '行政复议', direct: '行政诉讼（未经复议直接起诉）', after: '行政诉讼（复议后起诉）' },
  outcomes: { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结' },
  totalLabel: '总计',
} as const;

/** Every row of part 三 that has figures, in the order of the form. */
export const REQUEST_ROWS: readonly RequestRow[] = [
  ...REQUESTS_TABLE.received,
  ...REQUESTS_TABLE.results,
  REQUESTS_TABLE.total,
  REQUESTS_TABLE.pending,
];

/** Columns of part 三 that are typed; `total` is their sum. */
export const APPLICANTS = Object.keys(REQUESTS_TABLE.applicants);
export const OUTCOMES = Object.keys(REMEDIES_TABLE.outcomes);
export const PROCEDURES = Object.keys(REMEDIES_TABLE.procedures);

/** Key of a cell of part 三. @param applicant A key of `applicants`, or `total`. */
export const requestCell = (row: string, applicant: string) => `requests.${row}.${applicant}`;
/** Key of a cell of part 四. @param outcome A key of `outcomes`, or `total`. */
export const remedyCell = (procedure: string, outcome: string) => `remedies.${procedure}.${outcome}`;
/** Key of a cell of part 二. */
export const proactiveCell = (row: string, measure: string) => `proactive.${row}.${measure}`;

/** What every cell is called, by its key, in the order of the form. */
export const ANNUAL_CELLS: ReadonlyMap<string, string> = new Map([
  ...PROACTIVE_TABLE.blocks.flatMap(({ clause, rows, measures }: ProactiveBlock) =>
    Object.entries(rows).flatMap(([row, name]) =>
      Object.entries(measures).map(
        ([measure, unit]) => [proactiveCell(row, measure), `表二${clause}“${name}”的${unit}`] as const,
      ),
    ),
  ),
  ...REQUEST_ROWS.flatMap(({ key, label, group }) =>
    [...Object.entries(REQUESTS_TABLE.applicants), ['total', REQUESTS_TABLE.totalLabel] as const].map(
      ([applicant, name]) => [requestCell(key, applicant), `表三“${group ?? ''}${label}”的${name}栏`] as const,
    ),
  ),
  ...Object.entries(REMEDIES_TABLE.procedures).flatMap(([procedure, name]) =>
    [...Object.entries(REMEDIES_TABLE.outcomes), ['total', REMEDIES_TABLE.totalLabel] as const].map(
      ([outcome, label]) => [remedyCell(procedure, outcome), `表四“${name}”的${label}栏`] as const,
    ),
  ),
]);
