import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ZipFile } from 'yazl';
import { z } from 'zod';

import { nameOfUser } from './actor.ts';
import { auditOf } from './audit.ts';
import { readPeriod } from './export/period.ts';
import { rowsOfAll } from './export/rows-of-all.ts';
import { writeExport } from './export/write-export.ts';
import { listRows } from './list-rows.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];

const day = z.string().max(10);
const listQuery = z.strictObject({
  actor: z.string().max(80).optional(),
  action: z.string().max(64).optional(),
  subject: z.string().trim().max(100).optional(),
  from: day.optional(),
  to: day.optional(),
  below: z.number().int().positive().optional(),
});
const exportQuery = z.strictObject({ from: day, to: day });

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new errors.ValidationError(`请求不正确：${result.error.issues.map(({ path }) => path.join('.')).join('、')}`);
}

function periodOf(from: string | undefined, to: string | undefined) {
  try {
    return readPeriod(from || '1970-01-01', to || '9998-12-31');
  } catch (error) {
    throw new errors.ValidationError((error as Error).message);
  }
}

/** What the admin asks of the audit. */
export const auditController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /access/audit/list` */
  async list(ctx: Context) {
    const { from, to, ...query } = parse(listQuery, ctx.request.body);
    ctx.body = { data: await listRows(strapi, { ...query, ...(from || to ? periodOf(from, to) : {}) }) };
  },
  /** `GET /access/audit/people`: whom the list can be filtered by. */
  async people(ctx: Context) {
    const users = await strapi.db.query('admin::user').findMany({ select: ['id', 'firstname', 'lastname', 'email'], orderBy: { id: 'asc' }, limit: 2000 });
    ctx.body = { data: users.map((user) => ({ actor: `user:${user.id}`, name: nameOfUser(user), email: user.email })) };
  },
  /** `GET /access/audit/export?from=&to=`: a ZIP with the CSV of a period, its signature and how to verify it. */
  async export(ctx: Context) {
    const { from, to } = parse(exportQuery, { ...ctx.query });
    const period = periodOf(from, to);
    const audit = auditOf(strapi);
    const folder = await mkdtemp(join(tmpdir(), 'audit-'));
    const done = () => void rm(folder, { recursive: true, force: true });
    try {
      const name = `审计记录_${from}_${to}.csv`;
      const made = await writeExport(rowsOfAll(strapi, audit.dataDir), { keys: audit.keys, period, folder, name });
      await audit.service.record({ action: 'export.audit', after: { from, to, rows: made.rows } });
      const zip = new ZipFile();
      for (const file of made.files) zip.addFile(file, basename(file));
      zip.end();
      zip.outputStream.once('close', done).once('error', done);
      ctx.set('Cache-Control', 'no-store');
      ctx.attachment(`审计记录_${from}_${to}.zip`);
      ctx.type = 'application/zip';
      ctx.body = zip.outputStream;
    } catch (error) {
      done();
      throw error;
    }
  },
});
