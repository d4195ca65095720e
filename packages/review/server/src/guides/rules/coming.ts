import { filled, when, type Rule } from '../guide.ts';

const ELEMENTS = '实施清单要素跨字段规则 3';
const isOnline = (channels: readonly string[] | null | undefined) => ['online', 'mobile'].some((channel) => channels?.includes(channel));

/** How often one has to come, and how one can do without. */
export const comingRules: readonly Rule[] = [
  {
    id: 'reason-to-come',
    clause: `${ELEMENTS}：到现场次数不为 0 的写明原因`,
    field: 'visitReason',
    weight: 'hint',
    remedy: '写一句必须到场的原因，例如“首次申领要采集指纹”。说不出原因的，改成 0 次。',
    check: ({ visits, visitReason }) => when((visits ?? 0) > 0 && !filled(visitReason), `要跑 ${visits} 趟，没有写为什么必须到场。`),
  },
  {
    id: 'spared-the-way',
    clause: `${ELEMENTS}：0 次且不网办的支持邮寄`,
    field: 'delivery',
    weight: 'hint',
    remedy: '打开“可以邮寄”，或者加上网上办理的办理形式。',
    check: ({ visits, channels, delivery }) =>
      when(visits === 0 && !isOnline(channels) && !channels?.includes('mail') && !delivery, '写着一趟不用跑，可是既不能网上办，也不能邮寄。'),
  },
  {
    id: 'whole-online',
    clause: `${ELEMENTS}：全程网办（Ⅳ级）的到现场次数为 0`,
    field: 'visits',
    weight: 'hint',
    remedy: '到现场次数改成 0，或者把网上办理深度改成实际的一级。',
    check: ({ onlineDepth, visits }) => when(onlineDepth === 'whole' && (visits ?? 0) > 0, `网上办理深度是“全程网办”，却还要跑 ${visits} 趟。`),
  },
  {
    id: 'online-address',
    clause: '优化营商环境条例第三十七条：网上能办的要能找到入口',
    field: 'onlineUrl',
    weight: 'hint',
    remedy: '填上网上办理地址或者手机办理地址。',
    check: ({ channels, onlineUrl, mobileUrl }) => when(isOnline(channels) && !filled(onlineUrl) && !filled(mobileUrl), '办理形式有网上办理，没有填办理地址。'),
  },
  {
    id: 'window-known',
    clause: '实施清单要素：办理地点、办理时间；自加规则：怎么去',
    field: 'windows',
    weight: 'hint',
    remedy: '每个窗口都写上地址、时间、电话和怎么去（公交站、停车）。',
    check: ({ windows, channels }) => [
      ...when(Boolean(channels?.includes('window')) && !windows?.length, '可以到窗口办，却一个窗口也没写。'),
      ...(windows ?? []).flatMap(({ name, address, hours, phone, transit }) => {
        const missing = Object.entries({ 地址: address, 时间: hours, 电话: phone, 怎么去: transit }).filter(([, text]) => !filled(text));
        return when(missing.length > 0, `窗口“${name ?? ''}”没有写${missing.map(([what]) => what).join('、')}。`);
      }),
    ],
  },
];
