/** What the words of a question say its answer must hold. The first that fits. */
const EXPECTED: readonly (readonly [asked: RegExp, held: RegExp])[] = [
  [/电话|号码|联系|打给谁/u, /\d{4}[- ]?\d{3}|\d{5,}/u],
  [/多少钱|几块|几百|几千|几万|几元|多少万|费用|[收学托]费|[补给发领拿报贷罚]多少|补几|几成|百分之几|收入多少|免费|花钱|要钱/u, /\d[\d.]*\s*[万亿]?(?:元|块|%|角)|[一二三四五六七八九]成|百分之|免费|不收/u],
  [/几岁|多大|年纪|年龄|岁数/u, /\d+\s*周?岁/u],
  [/几点|什么时候|多久|多长时间|几天|多少天|几[个年月]|多少年|哪[天年月]|几[号日]|时限|期限|截止|有效期/u, /\d\s*(?:个?(?:工作日|月|小时|分钟)|[年月日天时点周])|\d[:：]\d|当[场天]|长期/u],
  [/在哪|哪里|哪儿|哪个地方|地址|地点|什么地方|怎么走|坐几路|哪条/u, /[路街道巷镇]|号|楼|窗口|大厅|中心|公园|路口/u],
  [/多少|几(?!乎)/u, /\d|[一二三四五六七八九十两]/u],
];

/** Words that a text must hold to answer a question of this kind, if that can be told from the question. */
export const expectedBy = (question: string): RegExp | undefined => EXPECTED.find(([asked]) => asked.test(question))?.[1];
