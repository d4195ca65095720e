import { normalise } from '../tokens.ts';
import { asWritten } from './spoken.ts';

/** What somebody wants to know of a thing. */
export type Wanted = 'phone' | 'place' | 'hours' | 'materials' | 'fee' | 'time' | 'visits' | 'conditions' | 'online' | 'steps';

/** A question, understood. */
export interface Understood {
  /** What it asks for, in the order it is answered; empty when it asks for none of these. */
  wanted: Wanted[];
  /** The question without courtesies. */
  whole: string;
  /** What it is about: the question without the words that ask. Parts are separated by spaces. */
  core: string;
}

const COURTESY = /^(?:请问一?下?|您好|你好|喂|麻烦问?一?下|我?想?问一?下|想问问|我想知道|帮我查一?下|谁知道|那个)[，,。！!？?：:\s]*|(?:谢谢您?|麻烦了|急|在线等)[。！!～~]*$/gu;
/** Words around what is asked that say nothing of it. */
const FILLING = /[啊呀呢吧嘛哦呐]|的话|一下(?!子)|听说|到底|现在|具体|请问|本市|我市|(?:我们?|咱们)家(?=想|要|能|可以)|[我咱你]们(?:这里)?(?!这|那)|我(?=想|要|能|可以)|我?(?:想要?|要|打算|准备)(?=办|申请|开|领|取|提|查|去)/gu;
/** What is left of asking once what is wanted is known. */
const ASKING = /什么时候|怎么样?|怎样|如何|什么|哪些|哪个|多少|能不能|可不可以|可以|能够|行不行|行吗|是不是|有没有|要不要|需不需要|需要|应该|必须|才能|吗|么$|办理|办$|^办(?=理)|[？?。！!，,；;]/gu;

const MATTER = '(?:材料|资料|证件|手续|东西|证明|文件)';
/** How each thing is asked for. What they match is taken out: it is not what the question is about. */
const WAYS: [Wanted, RegExp][] = [
  ['phone', /(?:咨询|联系|服务|办公)?电话(?:号码)?(?:是)?(?:多少|什么|几号)?|打(?:什么|哪个)电话|打给谁|联系谁/gu],
  ['materials', new RegExp(`(?:都?(?:需要|要|得|用|应该|必须))?(?:带|准备|提供|提交|交|拿)?(?:些|齐)?(?:什么|哪些|啥)${MATTER}|(?:都?(?:需要|要|得))?(?:带|准备|提供|提交)(?:些)?(?:什么|哪些|啥)(?:去|过去)?|(?:所需|申请|办理)?材料(?:清单|有哪些)?`, 'gu')],
  ['place', /(?:应该|要)?(?:在|到|去|上)?(?:哪里|哪儿|哪个(?:地方|窗口|部门|单位)|什么地方|何处)(?:可以|能)?(?:办理?|领取?|交|申请|补|换|开|做)?|(?:在|去|到)哪(?!个|些|天|一)(?:可以|能)?(?:办理?|领取?|交|申请|补|换|开|做)?|地址|办理地点/gu],
  ['hours', /(?:[早晚上下中]午?|周[一二三四五六日天末])?几点(?:钟)?(?:到几点)?(?:上班|下班|开门|关门|营业|休息)?|(?:上班|下班|工作|办公|营业|开放|接待|服务|窗口)时间|(?:周末|双休日?|节假日|中午|午休|(?:周|星期|礼拜)[六日天末])(?:窗口)?(?:能|可以|也|还)*(?:上班|上不上班|开门|开不开门?|办公|营业|有人|有没有人)(?:吗|不|没)?/gu],
  ['fee', /(?:一共|大概)?(?:需要|要|得|收|会)?(?:花|交|付|收)?(?:(?<![补领发拿赔提贷退缴出给]|[能可]收)多少钱|几块钱|多少费用|什么费用)|(?:怎么|如何)?收费(?:标准)?(?:是多少|多少|吗)?|(?:需要|要|用)?(?:花|交)?钱吗|要不要(?:花|交)?钱|收不收(?:费|钱)|(?:是)?免费(?:的)?吗|工本费/gu],
  ['time', /(?:大概|一般)?(?:需要|要|得|等)?(?:(?<!有效期?|管|能用)多久|多长时间|(?<![好多])几天|多少天|几个工作日)(?:才?能|可以)?(?:办好|办下来|办完|办成|批下来|审批|批|拿到手?|到账|下来|出证|办|领到)?|什么时候(?:才?能|可以)(?:拿到|办好|到账|批下来|办下来)|(?:办理|办结)?时限/gu],
  ['visits', /(?:需要|要|得)?(?:本人)?(?:跑|去|来)(?:几|多少)(?:趟|次)/gu],
  ['conditions', /(?:需要|要|有|得|符合|满足)?(?:什么|哪些|啥)(?:申请)?(?:条件|资格|要求)|(?:什么人|哪些人|谁)(?:可以|能|才能)|申请条件/gu],
  ['online', /(?:能不能|可不可以|能|可以)(?:在)?(?:网上|手机上?|线上)(?:直接)?(?:办理?|申请)|(?:网上|手机上?|线上)(?:怎么|如何|能不能|可以)?(?:办理?|申请)(?:吗)?/gu],
  ['steps', /(?:应该|要|该|都)?(?:怎么样?|如何|怎样|咋)(?:才能)?(?:办理?|弄|申请|走流程)?|(?:办理|申请)?(?:流程|步骤)(?:是什么|是怎样的)?/gu],
];

/**
 * Reads a question as people ask it.
 * @param place What the city is called: on its own site that says nothing.
 */
export function understand(question: string, place = ''): Understood {
  const whole = asWritten(normalise(question)).replace(COURTESY, '').replace(COURTESY, '').replaceAll(place, '').replace(FILLING, '').replace(/\s+/g, '').replace(/[？?。！!]+$/u, '');
  const wanted: Wanted[] = [];
  let rest = whole;
  for (const [want, ways] of WAYS) {
    const without = rest.replace(ways, ' ');
    if (without === rest) continue;
    wanted.push(want);
    rest = without;
  }
  const core = rest
    .replace(ASKING, ' ')
    .replace(/(?<=^|\s)[的是了和在要去有我也都]+|[的是了要去]+(?=\s|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { wanted: wanted.length > 1 ? wanted.filter((want) => want !== 'steps') : wanted, whole, core: core || whole };
}
