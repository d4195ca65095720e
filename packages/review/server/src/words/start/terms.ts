import type { Level } from '../../checks/finding.ts';
import type { Word, WordKind } from '../word.ts';

const of =
  (kind: WordKind, level: Level) =>
  (wrong: string, right: string | readonly string[], note?: string, except?: readonly string[]): Word => ({
    wrong,
    right: typeof right === 'string' ? [right] : right,
    kind,
    level,
    ...(note ? { note } : {}),
    ...(except ? { except } : {}),
  });
const people = of('people', 'confirm');
const term = of('term', 'hint');
const CODE = '民法典第一千二百六十条：自 2021 年 1 月 1 日起同时废止。';
const law = (name: string): Word[] =>
  [`《${name}》`, `《中华人民共和国${name}》`].map((wrong) => ({
    wrong,
    right: ['《中华人民共和国民法典》'],
    kind: 'law',
    level: 'confirm',
    note: CODE,
  }));
const FOUNDED = '中国有五千多年历史，1949 年成立的是新中国。';
const PLAN = '规划期的序号加引号。';
const FIVE = ['十二五', '十三五', '十四五', '十五五'].flatMap((plan) =>
  ['规划', '时期', '期间', '末', '以来', '开局'].map((next) => term(`${plan}${next}`, `“${plan}”${next}`, PLAN, [`第${plan}${next}`])),
);

/** How peoples, faiths and groups are spoken of; set terms; names of laws that are no longer. */
export const TERMS: readonly Word[] = [
  people('少数名族', '少数民族'),
  people('维族', '维吾尔族', '民族名称用全称。'),
  people('蒙族', '蒙古族', '民族名称用全称。'),
  people('哈族', '哈萨克族', '民族名称用全称。'),
  people('回教', '伊斯兰教', undefined, ['巡回教', '返回教', '收回教', '轮回教', '回教室', '回教师', '回教育', '回教学', '召回教', '撤回教']),
  people('残废人', '残疾人'),
  people('残废军人', '残疾军人', '《军人抚恤优待条例》用“残疾军人”。'),
  people('聋哑人', '听力、言语残疾人', '《残疾人残疾分类和分级》（GB/T 26341）的用语。'),
  people('弱智', '智力残疾', '《残疾人残疾分类和分级》（GB/T 26341）的用语。', ['弱智能']),
  people('老年痴呆', ['阿尔茨海默病', '认知障碍']),
  people('精神病人', ['精神障碍患者'], '《精神卫生法》用“精神障碍患者”。', ['精神病人民']),
  people('盲流', '流动人口', undefined, ['盲流产']),
  people('打工妹', '务工人员'),
  people('打工仔', '务工人员'),
  term('建国以来', '新中国成立以来', FOUNDED),
  term('建国后', '新中国成立后', FOUNDED),
  term('建国初期', '新中国成立初期', FOUNDED),
  term('解放后', '新中国成立后', FOUNDED, ['思想解放后', '解放后的', '解放后方']),
  term('解放前', '新中国成立前', FOUNDED, ['解放前线', '解放前夕', '思想解放前']),
  term('党的二十届三中全会公告', '党的二十届三中全会公报'),
  term('全国人大代表大会', '全国人民代表大会'),
  term('人民代表大会制', '人民代表大会制度', undefined, ['人民代表大会制度', '人民代表大会制定']),
  term('一次性告之', '一次性告知'),
  term('告之', '告知', undefined, ['广告之', '公告之', '报告之', '通告之', '预告之', '被告之', '原告之', '警告之', '宣告之', '控告之', '布告之', '申告之']),
  term('不见面审批办理', '不见面办理'),
  term('原则上不得', '不得', '“原则上”让人不知道什么时候可以。', ['原则上不得超', '原则上不得少', '原则上不得低', '原则上不得高']),
  term('行政服务中心大厅', '政务服务中心'),
  ...FIVE,
  ...['婚姻法', '继承法', '民法通则', '收养法', '担保法', '合同法', '物权法', '侵权责任法', '民法总则'].flatMap(law),
];
