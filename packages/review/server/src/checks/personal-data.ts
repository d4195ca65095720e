import type { Check, Example } from './check.ts';
import { findPersonal, type PersonalKind } from './personal/numbers.ts';
import type { Level, Remark } from './finding.ts';
import { remarkOn } from './text/in-text.ts';

/** How each kind is spoken of. An identity number has no business on a portal; the others may be meant for the public. */
export const PERSONAL: Record<PersonalKind, Pick<Remark, 'level' | 'remedy' | 'clause'> & { what: string }> = {
  identity: {
    level: 'block',
    what: '居民身份证号',
    remedy: '只保留前六位和后四位，或者删去。',
    clause: '个人信息保护法第二十五条；GB 11643',
  },
  'bank-card': {
    level: 'confirm',
    what: '银行卡号',
    remedy: '个人的卡号只保留后四位；单位的收款账户请打勾。',
    clause: '个人信息保护法第二十八条',
  },
  mobile: {
    level: 'confirm',
    what: '手机号',
    remedy: '个人的号码遮住中间四位；对外公布的值班电话请打勾，最好换成座机。',
    clause: '个人信息保护法第二十五条',
  },
  address: {
    level: 'confirm',
    what: '详细到门牌的住址',
    remedy: '个人住址写到小区或村为止；办公、办事地点请打勾。',
    clause: '个人信息保护法第二十五条',
  },
};

/** Numbers and homes of people in anything that is written. Telephones that are meant to be called have fields of their own. */
export const personalDataCheck: Check = {
  id: 'personal-data',
  title: '个人信息',
  heaviest: 'block',
  find: ({ texts }) =>
    texts.flatMap((text) =>
      findPersonal(text.text)
        .filter(({ kind }) => text.isProse || kind === 'identity' || kind === 'bank-card')
        .map(({ kind, masked, start, end }) => {
          const { what, level, remedy, clause } = PERSONAL[kind];
          return remarkOn(text, [start, end], {
            level: level as Level,
            message: `“${text.label}”里有${what} ${masked}。`,
            remedy,
            clause: clause!,
            quote: masked,
            ...(kind === 'address' ? {} : { fix: masked }),
          });
        }),
    ),
};

export const examples: readonly Example[] = [
  {
    says: 'an identity number with a check digit that fits',
    // The example of GB 11643-1999, annex.
    values: { body: '<p>王某，身份证11010519491231002X，已批准。</p>' },
    finds: ['block 110105********002X'],
    fixed: '王某，身份证110105********002X，已批准。',
  },
  {
    says: 'a mobile number with gaps, and one across a tag',
    values: { body: '<p>电话 138-0000-0123，139<strong>0000</strong>0456。</p>' },
    finds: ['confirm 138****0123', 'confirm 139****0456'],
    fixed: '电话 138****0123，139****0456。',
  },
  {
    says: 'a bank card by Luhn',
    values: { body: '<p>卡号6222 0212 3456 7890 128。</p>' },
    finds: ['confirm 62**********0128'],
  },
  {
    says: 'a home down to its room',
    values: { body: '<p>住柳浦小区12号楼3单元502室。</p>' },
    finds: ['confirm 住柳浦小区12号楼3单元****'],
  },
  {
    says: 'other numbers of the same length, masked ones, and telephones in their own fields',
    values: {
      title: '索引号202003138000001234，编号110105194912310021',
      body: '<p>统一社会信用代码91330000123456789X，138****0123，0000-660 1200，010-13800000123，民生大道18号。</p>',
      phone: '13800000123',
    },
    finds: [],
  },
];
