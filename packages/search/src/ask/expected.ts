const PHONE = /\d{4}[- ]?\d{3}|\d{5,}/u;
const SIZE = /平方米|平米|㎡|亩|\d+\s*周?岁/u;
const SUM = /[（(](?:单位：)?万?元[)）]|\d[\d.]*\s*[万亿]?(?:元|块|%|角|个百分点)|[\d一二三四五六七八九]成(?![员立本人为品厂绩的多以])|百分之|全额|全部|全退|减半|多少[退报]多少/u;
const PRICE = new RegExp(`${SUM.source}|免费|不[收要用]|少一些`, 'u');
const AGE = /\d+\s*周?岁/u;
const CLOCK = /\d\s*[点时]|\d[:：]\d|全天|24小时/u;
const DAY = /\d\s*[年月日号]|[一二三四]季度|当[场天]|次月|年底|随时/u;
const SPAN = /[\d一二两三四五六七八九十半]\s*(?:个?(?:工作日|月|小时|分钟|星期)|[年天日周分秒])|当[场天]|长期|随时|立即|马上|永久/u;
const PLACE = /\d\s*号|楼|窗口|大厅|中心|公园|广场|河滩|路口|[东西南北]侧|街道|社区|派出所|医院|学校|服务站|网上|手机/u;
const NUMBER = /\d|[一二三四五六七八九十两]/u;

/** What the words of a question say its answer must hold. The first that fits. */
const EXPECTED: readonly (readonly [asked: RegExp, held: RegExp])[] = [
  [/电话|号码|联系|打给谁/u, PHONE],
  [/多大(?!年纪|岁)|多少(?:个?平|亩)|几[个亩]?平|面积/u, SIZE],
  [/(?:一个?人|每[人月年亩户次]|一(?:个月|年|户|亩|度|平米?|方|吨)|最[高低少多]|补贴?|津贴|补助|待遇|工资|收入|养老金|报销|奖|领|拿|发)[^，。？]{0,8}(?:多少(?!天|年|岁|个?月|人|种|户|材)|几[成块百千万])/u, SUM],
  [/多少(?:补[贴助]|津贴|以[下上内]|[钱块元]?(?:一个?[人月]|每[人月年户]|一[年亩度平吨户]))|补贴?(?:多少|几(?!年))|收入多少|少[领报]多少|报销比例|租金多少/u, SUM],
  [/多少钱|几[块百千万元]|多少[万元]|费用|[收学托]费|[补给发领拿报贷罚]多少|几成|百分之几|免费|花钱|要钱|价格?/u, PRICE],
  [/几岁|多大|年纪|年龄|岁数/u, AGE],
  [/几点|(?:[开关]门|[上下]班|营业|办公|开放)时间|(?:周[一二三四五六日末]|中午|节假日)[^，。？]{0,6}(?:[开上]|有人)|[末首]班|最[早晚]一?班/u, CLOCK],
  [/什么时候|哪几?[天年月日]|几[号日月](?!份?内)|截止|日期/u, DAY],
  [/多久|多长时间|几天|多少天|几个[年月]|多少年|几年|多少个?月|时限|期限|有效期/u, SPAN],
  [/在哪|哪里|哪儿|哪个地方|地址|地点|什么地方|怎么走|坐几路|哪条/u, PLACE],
  [/多少|几(?!乎)/u, NUMBER],
];

/** Words that a text must hold to answer a question of this kind, if that can be told from the question. */
export const expectedBy = (question: string): RegExp | undefined => EXPECTED.find(([asked]) => asked.test(question))?.[1];
