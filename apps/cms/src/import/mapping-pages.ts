import { z } from 'zod';

const word = z.string().min(1);

/** A pattern with one group, or none: what it finds is taken. */
export const pattern = word.refine(
  (text) => {
    try {
      return Boolean(new RegExp(text));
    } catch {
      return false;
    }
  },
  { message: '不是正确的正则表达式' },
);

/** CSS selectors; of a list the first that is there counts. */
const selector = z.union([word, z.array(word).min(1)]);

const pick = z.union([word, z.strictObject({ select: selector, attribute: word.optional(), match: pattern.optional() })]);
/** Where one value stands in a page. */
export type Pick = z.infer<typeof pick>;

/** Where a saved page has its values. */
export const pageSelectors = z.strictObject({
  body: selector,
  fields: z.record(word, pick).default({}),
  /** Links to attachments outside the body. */
  attachments: word.optional(),
  /** Parts to take out of the page before it is read: buttons to share, print and close. */
  remove: z.array(word).default([]),
});
export type PageSelectors = z.infer<typeof pageSelectors>;
