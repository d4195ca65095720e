import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { z } from 'zod';

import { type Context, reachDocument, type ReachedDocument } from './reach-document.ts';
import { type RemarkInput, remarkInput, type Remarks, settlementInput } from './remark.ts';
import type { RemarkStore } from './remarks.ts';
import { tellOfRemark } from './tell-of-remark.ts';

/** The admin's routes of remarks, for whoever may read the document. */
export const remarksController = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = () => strapi.plugin('review').service('remarks') as unknown as RemarkStore;
  const answer = async ({ identity, me }: ReachedDocument): Promise<{ data: Remarks }> => ({
    data: { remarks: await store().list(identity), mayWrite: me !== undefined },
  });
  return {
    /** `GET …/remarks` */
    async list(context: Context) {
      context.body = await answer(await reachDocument(strapi, context));
    },

    /** `GET …/colleagues`: who can be mentioned. */
    async colleagues(context: Context) {
      const { colleagues } = await reachDocument(strapi, context);
      context.body = { data: colleagues };
    },

    /** `POST …/remarks` */
    async add(context: Context) {
      const input = parse(remarkInput, context.request.body);
      const reached = await reachDocument(strapi, context, input.locale);
      const author = writerOf(reached);
      const mentions = findMentioned(input, reached);
      await strapi.db.transaction(async () => {
        const { text, field, parent } = input;
        await store().add({ ...reached.identity, kind: 'comment', text, field, parent, mentions, by: author });
        await tellOfRemark(strapi, reached, { text, parent, mentions, author });
      });
      context.body = await answer(reached);
    },

    /** `POST …/remarks/:id/settlement` */
    async settle(context: Context) {
      const { locale, settled } = parse(settlementInput, context.request.body);
      const reached = await reachDocument(strapi, context, locale);
      const { id } = writerOf(reached);
      await store().settle(reached.identity, Number(context.params.id), settled ? id : null);
      context.body = await answer(reached);
    },
  };
};

/** @throws {errors.ApplicationError} When the reader does not work on the document. */
function writerOf({ me }: ReachedDocument) {
  if (!me) throw new errors.ApplicationError('只有本机构的采编、审核、签发和站点管理员能写备注。');
  return me;
}

/** Ids of those mentioned. @throws {errors.ValidationError} When somebody does not work on the document. */
function findMentioned({ mentions }: RemarkInput, { colleagues }: ReachedDocument) {
  return [...new Set(mentions)].map((wanted) => {
    const colleague = colleagues.find(({ id }) => id === wanted);
    if (!colleague) throw refusal('mentions', '提到的人不能看这一篇，请从列出的同事里选。');
    return colleague.id;
  });
}

/** @throws {errors.ValidationError} With every reason, each with its field. */
function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) => ({ path: path.map(String), message, name: 'ValidationError' }));
  throw new errors.ValidationError(reasons.map(({ message }) => message).join('\n'), { errors: reasons });
}

const refusal = (field: string, message: string) => new errors.ValidationError(message, { errors: [{ path: [field], message, name: 'ValidationError' }] });
