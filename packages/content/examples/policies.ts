import type { EntryOf, PolicyDocument } from '../src/index.ts';
import { exampleFile, refTo } from './site.ts';

type Facts = Partial<PolicyDocument> & Pick<PolicyDocument, 'title' | 'body' | 'publishedOn' | 'validity'>;

const policy = (id: string, publicId: string, facts: Facts): EntryOf<'policy-document'> => ({
  type: 'policy-document',
  documentId: `policy-${id}`,
  locale: 'zh-Hans',
  version: `policy-${id}-1`,
  data: {
    column: refTo('column', 'column-policies'),
    agency: refTo('agency', 'agency-office'),
    issuer: '望川市人民政府',
    amends: [],
    amendedBy: [],
    repeals: [],
    repealedBy: [],
    interpretations: [],
    services: [],
    questions: [],
    consultations: [],
    audiences: [],
    attachments: [],
    path: `/gongkai/guifan/${facts.publishedOn!.slice(0, 7).replace('-', '')}/${publicId}/`,
    ...facts,
  },
});

const docx = { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

const LIFT_BODY =
  '<p class="addressee">各县（区）人民政府，市政府各部门：</p><p>《望川市城镇老旧小区加装电梯管理办法》已经市政府第 68 次常务会议审议通过，现印发给你们，请认真贯彻执行。</p><p class="signature">望川市人民政府<br>2026 年 11 月 9 日</p><p class="note">（此件公开发布）</p>' +
  '<h2>一、总则</h2><h3>（一）目的和依据</h3><p>为方便居民上下楼，规范城镇老旧小区加装电梯工作，根据《中华人民共和国民法典》《中华人民共和国特种设备安全法》等法律法规，结合本市实际，制定本办法。</p><h3>（二）适用范围</h3><p>本市城镇规划区内，2005 年 12 月 31 日前建成、四层以上、未设电梯、已取得合法权属证明的住宅，加装电梯适用本办法。已列入征收计划的除外。</p><h3>（三）基本原则</h3><p>加装电梯遵循“业主自愿、政府扶持、社区组织、各方支持”的原则，兼顾各楼层业主的合理诉求。</p>' +
  '<h2>二、申请条件和程序</h2><h3>（一）业主表决</h3><p>加装电梯应当由本单元专有部分面积占比三分之二以上且人数占比三分之二以上的业主参与表决，并经参与表决专有部分面积四分之三以上且参与表决人数四分之三以上的业主同意。</p><h3>（二）方案公示</h3><p>申请人应当将设计方案、费用分摊方案在小区显著位置公示，公示期不少于 10 日。公示期间有异议的，由社区居民委员会在 15 个工作日内组织协商。</p><h3>（三）联合审查</h3><p>县（区）住房城乡建设部门收到申请材料后，应当在 5 个工作日内组织自然资源、市场监管、消防等部门联合审查，一次性出具意见。</p>' +
  '<h2>三、资金筹集和补助</h2><h3>（一）资金来源</h3><p>加装电梯所需资金可以由业主按照楼层分摊，也可以使用<a href="entry:service-item/service-fund">住房公积金</a>、专项维修资金，或者引入社会资本。</p><h3>（二）财政补助</h3><p>竣工验收合格并办理使用登记的，每台补助 20 万元。由市、县（区）财政各承担一半，验收后 30 日内一次拨付。</p>' +
  '<table><caption>费用分摊参考比例（六层住宅，每层两户）</caption><thead><tr><th scope="col">楼层</th><th scope="col">每户系数</th><th scope="col">补助后分摊 40 万元时，每户约</th></tr></thead><tbody><tr><th scope="row">一层</th><td>0</td><td>0 万元</td></tr><tr><th scope="row">二层</th><td>0.3</td><td>1.1 万元</td></tr><tr><th scope="row">三层</th><td>0.8</td><td>2.9 万元</td></tr><tr><th scope="row">四层</th><td>1.2</td><td>4.3 万元</td></tr><tr><th scope="row">五层</th><td>1.5</td><td>5.4 万元</td></tr><tr><th scope="row">六层</th><td>1.8</td><td>6.4 万元</td></tr></tbody></table>' +
  '<h2>四、施行日期</h2><p>本办法自 2027 年 1 月 1 日起施行，有效期至 2031 年 12 月 31 日。《望川市既有住宅增设电梯暂行办法》（望政规〔2021〕3号）同时废止。</p>';

/** `policy-lift` has every field filled; the others show what validity looks like. */
export const examplePolicies: EntryOf<'policy-document'>[] = [
  policy('lift', 'a8f3k2m5', {
    title: '望川市人民政府关于印发《望川市城镇老旧小区加装电梯管理办法》的通知',
    documentNumber: '望政规〔2026〕8号',
    topic: '城乡建设、环境保护\\城市建设',
    genre: 'measure',
    subjectWords: '老旧小区；电梯；住宅',
    writtenOn: '2026-11-09',
    effectiveOn: '2027-01-01',
    expiresOn: '2031-12-31',
    validity: 'effective',
    validityReason: '2026 年 11 月经合法性审核，新制定。',
    summary: '老旧小区加装电梯要多少人同意、钱从哪里来、补多少、找谁审批，都写在这份文件里。',
    body: LIFT_BODY,
    amends: [refTo('policy-document', 'policy-fund')],
    amendedBy: [refTo('policy-document', 'policy-nursery')],
    repeals: [refTo('policy-document', 'policy-old-lift')],
    repealedBy: [refTo('policy-document', 'policy-price')],
    interpretations: [
      refTo('interpretation', 'interpretation-picture'),
      refTo('interpretation', 'interpretation-questions'),
    ],
    services: [refTo('service-item', 'service-residence'), refTo('service-item', 'service-fund')],
    questions: [refTo('faq', 'faq-fund')],
    consultations: [refTo('consultation', 'consultation-lift')],
    source: '望川市人民政府办公室',
    sourceUrl: 'https://www.wangchuan.gov.cn/example/lift.html',
    editor: '林夏',
    audiences: ['citizen'],
    attachments: [
      exampleFile('lift-form', '附件 1：加装电梯业主意见征询表.docx', { ...docx, size: 32_000 }),
      exampleFile('lift-contract', '附件 2：费用分摊协议（示范文本）.docx', { ...docx, size: 41_000 }),
      exampleFile('lift-layout', '本文件版式文本.pdf', { size: 1_420_000 }),
    ],
    disclosure: {
      category: '20-01',
      indexNumber: '990000001/2026-00218',
      summary: '城镇老旧小区加装电梯的条件、程序和补助',
      madeOn: '2026-11-09',
      openness: 'proactive',
      opennessReason: '行政规范性文件，依法主动公开',
    },
    publishedOn: '2026-11-12',
    changeNotes: [{ on: '2026-11-18', note: '附件 2 换成签章版。' }],
    firstPublishedAt: '2026-11-12T01:00:00.000Z',
  }),
  policy('nursery', 't5y9u3c7', {
    title: '望川市促进普惠托育服务发展若干措施',
    documentNumber: '望政办规〔2026〕15号',
    issuer: '望川市人民政府办公室',
    validity: 'effective',
    summary: '每个普惠托位每月补助从 200 元提到 400 元。',
    body: '<p>为发展普惠托育服务，减轻家庭负担，制定本措施。</p><p><strong>第一条</strong>　普惠托位运营补助由每月 200 元提高到 400 元。</p><p><strong>第二条</strong>　社区用房优先用于托育，三年内免收租金。</p>',
    interpretations: [refTo('interpretation', 'interpretation-nursery')],
    publishedOn: '2026-10-30',
    firstPublishedAt: '2026-10-30T02:00:00.000Z',
  }),
  policy('fund', 'z2x6v8b4', {
    title: '关于调整住房公积金提取政策的通知',
    documentNumber: '望公积金〔2026〕21号',
    issuer: '望川市住房公积金管理中心',
    validity: 'amended',
    validityReason: '第三条由望政规〔2026〕8号修改。',
    summary: '租房提取公积金的限额提高到每月 2,000 元。',
    body: '<p>租住商品住房的，每人每月可以提取住房公积金不超过 2,000 元。</p>',
    amendedBy: [refTo('policy-document', 'policy-lift')],
    publishedOn: '2026-10-18',
    firstPublishedAt: '2026-10-18T02:00:00.000Z',
  }),
  policy('price', 'm4n8b2v6', {
    title: '关于继续执行临时价格补贴政策的通知',
    documentNumber: '望发改规〔2026〕3号',
    issuer: '望川市发展和改革委员会',
    validity: 'effective',
    expiresOn: '2026-10-31',
    body: '<p>临时价格补贴政策继续执行到 2026 年 10 月 31 日。</p>',
    publishedOn: '2026-03-09',
  }),
  policy('old-lift', 'r7e3w9q5', {
    title: '望川市既有住宅增设电梯暂行办法',
    documentNumber: '望政规〔2021〕3号',
    validity: 'repealed',
    validityReason: '由望政规〔2026〕8号废止。',
    body: '<p><strong>第一条</strong>　为规范既有住宅增设电梯，制定本办法。</p>',
    repealedBy: [refTo('policy-document', 'policy-lift')],
    publishedOn: '2021-05-20',
  }),
];
