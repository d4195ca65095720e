import { filled, when, type Rule } from '../guide.ts';

/** Area code with its zero, then the number; or a service number such as 12345. */
const WITH_AREA_CODE = /^(?:0\d{2,3}[-\s]\d{3,4}\s?\d{4}(?:[-转]\d+)?|1\d{4}|[48]00[-\s]?\d{3}[-\s]?\d{4})$/;
const FOR_COMPANIES = ['business', 'permit'];
const FOR_PEOPLE = ['birth', 'marriage', 'residence', 'identity', 'elderly', 'funeral', 'education'];
const digits = (phone: string | null | undefined) => (phone ?? '').replace(/\D/g, '');

/** Whom it is for, and whom to ask. */
export const peopleRules: readonly Rule[] = [
  {
    id: 'two-phones',
    clause: '实施清单要素跨字段规则 5：咨询电话与投诉电话不同',
    field: 'complaintPhone',
    weight: 'contradiction',
    remedy: '投诉电话换成监督部门的电话，不要让被投诉的窗口自己接。',
    check: ({ consultationPhone, complaintPhone }) =>
      when(digits(consultationPhone) !== '' && digits(consultationPhone) === digits(complaintPhone), `咨询电话和投诉电话都是 ${complaintPhone}。`),
  },
  {
    id: 'phones-complete',
    clause: '实施清单要素跨字段规则 5：咨询电话、投诉电话都带区号',
    field: 'consultationPhone',
    weight: 'hint',
    remedy: '写成“区号-号码”，例如 0000-660 1200；也可以写 12345。',
    check: ({ consultationPhone, complaintPhone }) =>
      Object.entries({ 咨询电话: consultationPhone, 投诉电话: complaintPhone }).flatMap(([what, phone]) =>
        filled(phone) ? when(!WITH_AREA_CODE.test(phone.trim()), `${what}“${phone}”没有带区号。`) : [`没有写${what}。`],
      ),
  },
  {
    id: 'targets-fit-theme',
    clause: '实施清单要素跨字段规则 6：服务对象与主题分类一致',
    field: 'targets',
    weight: 'hint',
    remedy: '法人办的事选法人主题，个人办的事选自然人主题；两者都办的，主题选“其他”。',
    check: ({ targets, theme }) => [
      ...when(!targets?.length, '没有选谁来办。'),
      ...when(Boolean(targets?.length) && FOR_COMPANIES.includes(theme ?? '') && targets!.every((target) => target === 'person'), '主题是法人办的事，服务对象却只有自然人。'),
      ...when(Boolean(targets?.length) && FOR_PEOPLE.includes(theme ?? '') && !targets!.includes('person'), '主题是个人办的事，服务对象却没有自然人。'),
    ],
  },
  {
    id: 'plain-name',
    clause: '自加规则：用大家的话说',
    field: 'plainName',
    weight: 'hint',
    remedy: '写一个老百姓会说的名字，例如“办居住证”；再写一句话说明。',
    check: ({ plainName, summary }) => [...when(!filled(plainName), '没有通俗名称。'), ...when(!filled(summary), '没有一句话说明。')],
  },
];
