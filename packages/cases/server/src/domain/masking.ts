import type { Personal } from './check-answer.ts';

/** One thing to hide: where it is, and what stands there instead. */
interface Rule {
  pattern: RegExp;
  mask: (match: RegExpExecArray) => string;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计伏成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀甄曲封储靳段焦巴牧隗山谷车侯班仰仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公肖覃欧';
const NUMBER = '(?:\\d{1,4}|[A-Za-z]|[一二三四五六七八九十百]{1,4})';
/** Where a person is about to be named. */
const BEFORE_NAME = '(?:我叫|名叫|名字叫|(?:孩子|儿子|女儿|父亲|母亲|老人|丈夫|妻子)叫|(?:姓名|联系人|户主|业主姓名|经办人|投诉人)(?:是|为|：|:)\\s*)';

const RULES: Rule[] = [
  // 身份证: the birth date in the middle is what must not show.
  { pattern: /(?<!\d)([1-9]\d{5})(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3}[\dXx])(?!\d)/g, mask: ([, area, last]) => `${area}********${last}` },
  { pattern: /(?<!\d)([1-9]\d{5})\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3})(?!\d)/g, mask: ([, area, last]) => `${area}******${last}` },
  // 银行卡: 16 to 19 digits, often written in groups of four.
  { pattern: /(?<!\d)[3-9]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?:[ -]?\d{1,3})?(?!\d)/g, mask: ([whole]) => `************${whole.replace(/\D/g, '').slice(-4)}` },
  // 手机号
  { pattern: /(?<!\d)(?:\+?86[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g, mask: ([, start, last]) => `${start}****${last}` },
  // 固定电话
  { pattern: /(?<!\d)(0\d{2,3})[-— ]?[2-9]\d{6,7}(?!\d)/g, mask: ([, area]) => `${area}-********` },
  // Any other number long enough to be somebody's: account, order, meter.
  { pattern: /(?<!\d)(\d{3})\d{4,}(\d{4})(?!\d)/g, mask: ([, start, last]) => `${start}****${last}` },
  { pattern: /(?<=(?:电话|座机|联系方式)(?:是|为|：|:)?\s*)[2-9]\d{6,7}(?!\d)/g, mask: () => '********' },
  { pattern: /(?<=(?:微信|QQ|qq)(?:号码?)?(?:是|为|：|:)?\s*)[A-Za-z0-9_-]{5,20}/g, mask: () => '******' },
  { pattern: /([A-Za-z0-9])[A-Za-z0-9._%+-]*@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/g, mask: ([, first, host]) => `${first}***@${host}` },
  // 车牌
  { pattern: new RegExp(`([${PROVINCES}][A-HJ-NP-Z])[·•.\\s-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])`, 'g'), mask: ([, start]) => `${start}*****` },
  // 门牌: the street stays, the door does not.
  { pattern: new RegExp(`${NUMBER}(号楼|栋|幢|座)(?:\\s*${NUMBER}\\s*单元)?\\s*(?:\\d{1,2}\\s*[层楼])?\\s*(?:[A-Za-z]?\\d{1,4}(?:-\\d{1,4})*\\s*(?:室|号|户|房)?)?`, 'g'), mask: ([, unit]) => `**${unit}` },
  { pattern: new RegExp(`${NUMBER}\\s*单元\\s*(?:\\d{1,4}(?:-\\d{1,4})*\\s*(?:室|号|户|房)?)?`, 'g'), mask: () => '**单元' },
  { pattern: /(?<![\d*])\d{3,4}(室|房(?![价屋租东]))/g, mask: ([, unit]) => `***${unit}` },
  { pattern: /(?<=[\u4e00-\u9fa5](?:路|街|巷|弄|道|胡同|里|坊|村|组|社))\d{1,5}(号)(?![楼线文令公])/g, mask: ([, unit]) => `**${unit}` },
  // 姓名, where the words before say that one follows.
  { pattern: new RegExp(`(?<=${BEFORE_NAME})([${SURNAMES}])[\\u4e00-\\u9fa5]{1,2}(?=$|[^\\u4e00-\\u9fa5]|是|在|住|家|的|今|于|因|向|想|现|和|电话)`, 'g'), mask: ([, surname]) => `${surname}**` },
  { pattern: new RegExp(`(?<=${BEFORE_NAME})([${SURNAMES}])[\\u4e00-\\u9fa5](?:[\\u4e00-\\u9fa5])?`, 'g'), mask: ([, surname]) => `${surname}**` },
];

/** Bounds the work on a text made to keep the rules busy. */
const ROUNDS = 6;

/** A name as the public sees it: the first character, and always two stars so that its length does not show. */
export function maskName(name: string | undefined): string {
  const first = [...(name ?? '').trim()][0];
  return first ? `${first}**` : '市民';
}

/**
 * Hides what could identify a person in a letter: names, telephone and identity numbers, bank cards, number plates,
 * door numbers, the citizen's own name and number first.
 *
 * A proposal: an editor reads and corrects it before anything is published.
 */
export function maskText(text: string, personal: Personal = {}): string {
  const own = [ownName(personal.name), ownPhone(personal.phone)].filter((rule) => rule !== undefined);
  const rules = [...own, ...RULES];
  let masked = text;
  // What one rule leaves may be what another hides: go on until nothing changes.
  for (let round = 0; round < ROUNDS; round++) {
    const before = masked;
    masked = rules.reduce(applyRule, masked);
    if (masked === before) break;
  }
  return masked;
}

/** Matches on a copy with full-width letters and digits made plain; both have the same length. */
function applyRule(text: string, { pattern, mask }: Rule): string {
  const plain = text.replace(/[！-～]/g, (wide) => (/[０-９Ａ-Ｚａ-ｚ－＠．]/.test(wide) ? String.fromCharCode(wide.charCodeAt(0) - 0xfee0) : wide));
  let masked = '';
  let from = 0;
  for (const match of plain.matchAll(pattern)) {
    masked += text.slice(from, match.index) + mask(match);
    from = match.index + match[0].length;
  }
  return masked + text.slice(from);
}

function ownName(name: string | undefined): Rule | undefined {
  const plain = name?.trim();
  if (!plain || [...plain].length < 2) return undefined;
  return { pattern: new RegExp(escape(plain), 'g'), mask: () => maskName(plain) };
}

/** The citizen's own number in any grouping. */
function ownPhone(phone: string | undefined): Rule | undefined {
  const digits = phone?.replace(/\D/g, '');
  if (!digits || digits.length < 7) return undefined;
  return { pattern: new RegExp([...digits].join('[ -]?'), 'g'), mask: () => `${digits.slice(0, 3)}****${digits.slice(-4)}` };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
