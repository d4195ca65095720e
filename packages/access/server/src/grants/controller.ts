import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { auditOf } from '../audit/audit.ts';
import { listChoices } from './choices.ts';
import { addGrant, changeGrant, listGrants, removeGrant } from './grant-store.ts';
import { type Grant, grantInput, type GrantInput, OWN_AGENCIES } from './grant.ts';
import { forget } from './per-request.ts';

interface Context {
  params: { id?: string };
  request: { body?: unknown };
  state: { user: { id: number } };
  body?: unknown;
}

/** Writes into the audit who was allowed what, by their names. */
async function record(strapi: Core.Strapi, verb: 'add' | 'change' | 'remove', grant: Grant, { before, after }: { before?: Grant; after?: Grant }): Promise<void> {
  const { users, roles } = await listChoices(strapi);
  const title = `${users.find(({ value }) => value === grant.user)?.label ?? grant.user}：${roles.find(({ value }) => value === grant.role)?.label ?? grant.role}`;
  const subject = { uid: 'access::grant', documentId: String(grant.id), title };
  await auditOf(strapi).service.record({ action: `grant.${verb}`, subject, before: before && { ...before }, after: after && { ...after } });
}

function parse(body: unknown): GrantInput {
  const parsed = grantInput.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new errors.ValidationError(issue && /[一-鿿]/u.test(issue.message) ? issue.message : '授权没有存：请求的格式不对。请刷新页面再试。');
}

/** @throws {errors.ValidationError} When something named does not exist (any more). */
async function assertExists(strapi: Core.Strapi, { user, role, site, columns, agency }: GrantInput): Promise<void> {
  const choices = await listChoices(strapi);
  const has = (list: { value: unknown }[], value: unknown) => list.some((choice) => choice.value === value);
  if (!has(choices.users, user)) throw new errors.ValidationError('没有这个用户。请刷新页面，重新选择“谁”。');
  if (!has(choices.roles, role)) throw new errors.ValidationError('没有这个角色。请刷新页面，重新选择“角色”。');
  if (site !== null && !has(choices.sites, site)) throw new errors.ValidationError('没有这个站点。请刷新页面，重新选择“站点”。');
  if (agency !== null && agency !== OWN_AGENCIES && !has(choices.agencies, agency)) throw new errors.ValidationError('没有这个机构。请刷新页面，重新选择“机构”。');
  for (const column of columns ?? []) {
    const found = choices.columns.find(({ value }) => value === column);
    if (!found) throw new errors.ValidationError('所选的栏目里有已经删除的。请刷新页面，重新选择“栏目”。');
    if (site !== null && found.site !== site) throw new errors.ValidationError(`栏目“${found.label}”不在所选的站点里。请改选站点或去掉这个栏目。`);
  }
}

async function find(strapi: Core.Strapi, id: string | undefined): Promise<Grant> {
  const grant = (await listGrants(strapi)).find((one) => String(one.id) === id);
  if (!grant) throw new errors.NotFoundError('这条授权已经不在了。请刷新页面。');
  return grant;
}

const isSame = (a: GrantInput, b: GrantInput) =>
  a.user === b.user && a.role === b.role && a.site === b.site && a.agency === b.agency && JSON.stringify(a.columns) === JSON.stringify(b.columns);

/** What the settings page of grants calls. */
export const grantsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /access/grants` */
  async list(context: Context) {
    context.body = { data: await listGrants(strapi) };
  },
  /** `GET /access/grants/choices` */
  async choices(context: Context) {
    context.body = { data: await listChoices(strapi) };
  },
  /** `POST /access/grants` */
  async add(context: Context) {
    const input = parse(context.request.body);
    await assertExists(strapi, input);
    if ((await listGrants(strapi, input.user)).some((grant) => isSame(grant, input))) throw new errors.ValidationError('已经有一条相同的授权。');
    context.body = {
      data: await strapi.db.transaction(async () => {
        const grant = await addGrant(strapi, input, { userId: context.state.user.id, now: new Date() });
        await record(strapi, 'add', grant, { after: grant });
        return grant;
      }),
    };
    forget(strapi);
  },
  /** `PUT /access/grants/:id`: where it holds. For somebody else or another role there is a new one. */
  async change(context: Context) {
    const grant = await find(strapi, context.params.id);
    const input = { ...parse(context.request.body), user: grant.user, role: grant.role };
    await assertExists(strapi, input);
    await strapi.db.transaction(async () => {
      await changeGrant(strapi, grant.id, input);
      await record(strapi, 'change', grant, { before: grant, after: { ...grant, ...input } });
    });
    context.body = { data: { ...grant, ...input } };
    forget(strapi);
  },
  /** `DELETE /access/grants/:id` */
  async remove(context: Context) {
    const grant = await find(strapi, context.params.id);
    await strapi.db.transaction(async () => {
      await removeGrant(strapi, grant);
      await record(strapi, 'remove', grant, { before: grant });
    });
    context.body = { data: null };
    forget(strapi);
  },
});
