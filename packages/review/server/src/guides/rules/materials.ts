import { filled, when, type GuideMaterial, type Rule } from '../guide.ts';

/** 兜底 words that let a window ask for more than is written. */
const VAGUE = /其他(?:有关|相关)?(?:材料|资料|证明)|(?:有关|相关)(?:材料|资料|证明)|(?:材料|资料)等$|等材料|有关规定(?:应当?)?提交|(?:窗口|部门)要求的/;
const each = (materials: readonly GuideMaterial[] | null | undefined, check: (material: GuideMaterial) => readonly string[]) =>
  (materials ?? []).flatMap((material) => check(material).map((wrong) => `材料“${material.name ?? ''}”${wrong}`));

/** What to bring, said so that nobody has to come twice. */
export const materialRules: readonly Rule[] = [
  {
    id: 'nothing-vague',
    clause: '优化营商环境条例第三十六条：一次性告知；行政许可法第三十条：全部材料的目录',
    field: 'materials',
    weight: 'hint',
    remedy: '把要的材料一样一样写出来；写不出来的就是不要。',
    check: ({ materials, conditions, exclusions }) => [
      ...each(materials, ({ name }) => when(VAGUE.test(name ?? ''), '说得含糊，办事的人不知道是什么。')),
      ...Object.entries({ 受理条件: conditions, 不予受理的情形: exclusions }).flatMap(([what, text]) => {
        const found = VAGUE.exec((text ?? '').replace(/<[^>]+>/g, ''));
        return when(found !== null, `${what}里有“${found?.[0]}”，说得含糊。`);
      }),
    ],
  },
  {
    id: 'material-form',
    clause: '自加规则：每样材料说清原件还是复印件、纸质还是电子、几份',
    field: 'materials',
    weight: 'hint',
    remedy: '补上形式、介质和份数；不收走、只看一眼的，份数写 1，在备注里说“核验后退还”。',
    check: ({ materials }) =>
      each(materials, ({ form, medium, copies }) => {
        const missing = Object.entries({ 原件还是复印件: form, 纸质还是电子: medium, 几份: copies }).filter(([, value]) => !value);
        return when(missing.length > 0, `没有说${missing.map(([what]) => what).join('、')}。`);
      }),
  },
  {
    id: 'material-condition',
    clause: '实施清单要素：材料必要性',
    field: 'materials',
    weight: 'hint',
    remedy: '写明什么情形才要交；总是要交的，必要性选“必要”。',
    check: ({ materials }) =>
      each(materials, ({ necessity, condition }) => when(necessity === 'conditional' && !filled(condition), '只在特定情形要交，没有写是什么情形。')),
  },
  {
    id: 'material-origin',
    clause: '实施清单要素：来源渠道',
    field: 'materials',
    weight: 'hint',
    remedy: '写明到哪里开、怎么拿到。',
    check: ({ materials }) => each(materials, ({ origin, originNote }) => when(origin === 'other' && !filled(originNote), '没有写从哪里来。')),
  },
  {
    id: 'blank-and-sample',
    clause: '行政许可法第三十条：申请书示范文本',
    field: 'materials',
    weight: 'hint',
    remedy: '空白表格和填写样例成对上传。',
    check: ({ materials }) =>
      each(materials, ({ blankForm, sampleForm }) => [
        ...when(Boolean(blankForm) && !sampleForm, '有空表，没有填好的样例。'),
        ...when(Boolean(sampleForm) && !blankForm, '有样例，没有空表。'),
      ]),
  },
];
