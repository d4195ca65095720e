import type { Check, Example } from './check.ts';
import type { Slot } from './document.ts';

/** Whether nothing was filled in. A relation that is not loaded is looked at on the server. */
function isBlank({ attribute, value }: Slot): boolean {
  if (attribute.type === 'relation') return value === null || (Array.isArray(value) && value.length === 0);
  if (value === undefined || value === null) return attribute.default === undefined;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'string' && value.replace(/<(?!img)[^>]*>|&nbsp;|\s/g, '') === '';
}

/** What must be filled in before others are asked to read it. */
export const requiredCheck: Check = {
  id: 'required',
  title: '必填项',
  heaviest: 'block',
  find: ({ slots }) =>
    slots
      .filter((slot) => slot.attribute.required && isBlank(slot))
      .map(({ field, label }) => ({ level: 'block', field, message: `“${label}”还没有填。`, remedy: '请填写。' })),
};

export const examples: readonly Example[] = [
  {
    says: 'empty texts, lists and relations, in rows of components too',
    values: { title: ' ', body: '<p>&nbsp;</p>', agency: null, materials: [{ name: '' }] },
    finds: ['block title', 'block body', 'block agency', 'block materials.0.name'],
  },
  {
    says: 'a document with everything, and a relation that is not loaded',
    values: { title: '甲', body: '<p><img src="media:a" alt="图"></p>', materials: [] },
    finds: [],
  },
];
