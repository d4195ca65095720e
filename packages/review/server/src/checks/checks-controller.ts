import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { listOfficials } from '../facts/officials.ts';
import { findDrafts, localeOf } from '../facts/stored-draft.ts';
import { assertMayRead, type Context } from '../remarks/reach-document.ts';
import { mayDo } from '../rights.ts';
import type { Checks } from '../services/checks.ts';
import { takeBack, waive } from '../waivers/waive.ts';
import { createDictionary } from '../words/dictionary.ts';
import type { Schema } from './document.ts';
import { overlay } from './form-values.ts';

const values = z.record(z.string(), z.unknown());
const inspectSchema = z.strictObject({ documentId: z.string().max(64).optional(), locale: z.string().max(16).optional(), values });
const waiverSchema = z.strictObject({
  locale: z.string().max(16).optional(),
  values,
  key: z.string().min(1).max(4000),
  reason: z.string().trim().max(500, '理由最多 500 个字。').optional(),
  isWithdrawn: z.boolean().optional(),
});
interface Form {
  uid: string;
  documentId?: string | undefined;
  locale: string;
  values: Record<string, unknown>;
}

/** The admin's side of the checks: what they say of a form that is open, and what people say to that. */
export const checksController = ({ strapi }: { strapi: Core.Strapi }) => {
  const checks = () => strapi.plugin('review').service('checks') as unknown as Checks;

  const inspectForm = async ({ uid, documentId, locale, values: given }: Form) => {
    const schema = strapi.getModel(uid as never) as unknown as Schema;
    const [stored] = documentId ? await findDrafts(strapi, uid, { documentId, ...(await localeOf(strapi, uid, locale)) }, checks().readsOf(uid)) : [];
    const whole = overlay(stored, given, schema, (name) => strapi.getModel(name as never) as never);
    // A new document is given the agency of whoever saves it.
    if (!stored && whole.agency === null) delete whole.agency;
    return checks().inspectValues(uid, whole, { documentId, locale, asksOutside: true });
  };

  return {
    /** Answers everything there is to say of the values of a form. */
    async inspect(context: Context) {
      const { uid = '' } = context.params;
      const body = read(inspectSchema, context.request.body);
      const locale = body.locale ?? DEFAULT_LOCALE;
      await assertMayCheck(strapi, context, { uid, documentId: body.documentId, locale });
      const findings = await inspectForm({ uid, documentId: body.documentId, locale, values: body.values });
      context.body = { data: { findings, mayOverride: mayDo(context.state.userAbility, 'override') } };
    },

    /** What the checks that run in the form need to know. */
    async facts(context: Context) {
      context.body = { data: { words: await createDictionary(strapi).words(), officials: await listOfficials(strapi) } };
    },

    /** Takes somebody's word that a finding may stand, or takes it back. */
    async waive(context: Context) {
      const { uid = '', documentId = '' } = context.params;
      const { key, reason, isWithdrawn, ...body } = read(waiverSchema, context.request.body);
      const locale = body.locale ?? DEFAULT_LOCALE;
      await assertMayCheck(strapi, context, { uid, documentId, locale, writes: true });
      const document = { uid, documentId, locale };
      const form = { ...document, values: body.values };
      if (isWithdrawn) await takeBack(strapi, document, key);
      else {
        const finding = (await inspectForm(form)).find((one) => one.key === key);
        if (!finding) throw new errors.ApplicationError('内容已经改了，这条检查结果没有了。');
        const isBlock = finding.level === 'block';
        if (isBlock && !mayDo(context.state.userAbility, 'override')) throw new errors.ApplicationError('您没有放行的权限。请改好，或者请站点管理员放行。');
        if (isBlock && !reason) throw new errors.ValidationError('请写明放行的理由。', { errors: [{ path: ['reason'], message: '请写明放行的理由。', name: 'ValidationError' }] });
        await waive(strapi, document, finding, { kind: isBlock ? 'overridden' : 'confirmed', userId: context.state.user.id, ...(reason ? { reason } : {}) });
      }
      context.body = { data: { findings: await inspectForm(form), mayOverride: mayDo(context.state.userAbility, 'override') } };
    },
  };
};

function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new errors.ValidationError(result.error.issues[0]!.message);
}

interface Which {
  uid: string;
  documentId?: string | undefined;
  locale: string;
  /** Whether something is put on record for the document, for which reading it is not enough. */
  writes?: boolean;
}
interface Checker {
  cannot: { create(): boolean; update(): boolean };
}

/** @throws {errors.NotFoundError | errors.ForbiddenError} When the document is not one of theirs. */
async function assertMayCheck(strapi: Core.Strapi, context: Context, { uid, documentId, locale, writes = false }: Which): Promise<void> {
  if (!(strapi.plugin('review').service('checks') as unknown as Checks).covers(uid)) throw new errors.NotFoundError();
  const checker = (strapi.plugin('content-manager').service('permission-checker') as unknown as { create(of: object): Checker }).create({
    userAbility: context.state.userAbility,
    model: uid,
  });
  if (!documentId) {
    if (checker.cannot.create()) throw new errors.ForbiddenError();
    return;
  }
  if (writes && checker.cannot.update()) throw new errors.ForbiddenError();
  const where = await localeOf(strapi, uid, locale);
  await assertMayRead(strapi, context, { uid, documentId, ...(where.locale ? { locale } : {}) });
}
