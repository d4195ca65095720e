import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { inTransaction } from '../../store/connection.ts';
import { noticesConfig } from '../config.ts';
import { reasonOf } from '../delivery/delivery-error.ts';
import { urlOf } from '../delivery/send.ts';
import type { Context } from '../inbox-controller.ts';
import { GROUP_KIND_CODES } from '../kinds.ts';
import { wrongField } from '../../editions/move-request.ts';
import { record } from '../../neighbours.ts';
import { parseBody } from '../parse-body.ts';
import { silenceSchema } from '../settings/choices.ts';
import { findAddressProblem } from './address.ts';
import { lastDeliveries } from './last-deliveries.ts';
import { listPlaces } from './list-places.ts';
import { postMessage } from './post-message.ts';
import { addRobot, changeRobot, findRobot, listRobots, openRobot, removeRobot, type Robot, type RobotChange } from './robot-store.ts';
import { createSealing } from './sealing.ts';
import { ROBOT_FORMATS, ROBOT_SERVICES } from './service.ts';

const documentId = z.string().max(64).nullable();

const robotSchema = z
  .strictObject({
    name: z.string().trim().min(1, '请给机器人起个名字，例如“水务局工作群”。').max(40, '名字不能超过 40 个字。'),
    service: z.enum(ROBOT_SERVICES, '请选择企业微信、钉钉或飞书。'),
    agency: documentId,
    site: documentId,
    kinds: z.array(z.enum(GROUP_KIND_CODES as [string, ...string[]])).min(1, '请至少选择一种通知。'),
    withTitles: z.boolean(),
    silence: silenceSchema,
    urgentAtNight: z.boolean(),
    isOn: z.boolean(),
    address: z.string().trim().max(600, '网址太长。').optional(),
    secret: z.string().trim().max(200, '密钥太长。').nullable().optional(),
  })
  .refine(({ agency, site }) => !(agency && site), { path: ['agency'], message: '机构和站点只选一个。' });

/** Robots are set up by those who hold the right `notices-manage`. Addresses and secrets go in and never come out. */
export const robotsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const sealing = () => createSealing(noticesConfig(strapi).encryptionKey);

  const parse = (ctx: Context, isNew: boolean): RobotChange => {
    const { address, ...robot } = parseBody(robotSchema, ctx.request.body) as RobotChange;
    if (!address && isNew) throw wrongField('address', '请填写机器人的网址，在群机器人的设置页可以复制。');
    const problem = address ? findAddressProblem(robot.service, address, noticesConfig(strapi).robotOrigins) : undefined;
    if (problem) throw wrongField('address', problem);
    if (robot.secret && !ROBOT_FORMATS[robot.service].signs) throw wrongField('secret', '企业微信的机器人没有签名密钥，请留空。');
    return { ...robot, ...(robot.secret === '' ? { secret: undefined } : {}), ...(address ? { address } : {}) };
  };

  /** @throws {errors.NotFoundError} */
  const found = async (ctx: Context): Promise<Robot> => {
    const robot = /^\d{1,9}$/.test(ctx.params.id) ? await findRobot(strapi.db.connection, Number(ctx.params.id)) : undefined;
    if (!robot) throw new errors.NotFoundError('没有这个机器人，可能已被删除。');
    return robot;
  };

  return {
    /** `GET /review/notices/robots` */
    async list(ctx: Context) {
      const sql = strapi.db.connection;
      ctx.body = { data: { robots: await listRobots(sql), last: await lastDeliveries(sql), places: await listPlaces(strapi) } };
    },
    /** `POST /review/notices/robots` */
    async add(ctx: Context) {
      const robot = parse(ctx, true) as RobotChange & { address: string };
      const added = await inTransaction(strapi, async (sql) => {
        const stored = await findRobot(sql, await addRobot(sql, robot, sealing(), new Date()));
        await record(strapi, { action: 'review.robot-added', after: { ...stored } });
        return stored;
      });
      ctx.status = 201;
      ctx.body = { data: added };
    },
    /** `PUT /review/notices/robots/:id` */
    async change(ctx: Context) {
      const change = parse(ctx, false);
      const stored = await found(ctx);
      if (stored.service !== change.service && !change.address) throw wrongField('address', '换了服务，请重新填写机器人的网址。');
      const changed = await inTransaction(strapi, async (sql) => {
        await changeRobot(sql, stored.id, change, { sealing: sealing(), now: new Date() });
        const after = await findRobot(sql, stored.id);
        await record(strapi, { action: 'review.robot-changed', before: { ...stored }, after: { ...after, newAddress: change.address !== undefined, newSecret: change.secret !== undefined } });
        return after;
      });
      ctx.body = { data: changed };
    },
    /** `DELETE /review/notices/robots/:id` */
    async remove(ctx: Context) {
      const stored = await found(ctx);
      await inTransaction(strapi, async (sql) => {
        await removeRobot(sql, stored.id);
        await record(strapi, { action: 'review.robot-removed', before: { ...stored } });
      });
      ctx.body = { data: null };
    },
    /** `POST /review/notices/robots/:id/trial`: sends a message at once and answers how it went. */
    async trial(ctx: Context) {
      const robot = (await openRobot(strapi.db.connection, (await found(ctx)).id, sealing()))!;
      const message = { id: randomUUID(), bundle: 'now' as const, lines: [{ kind: 'trial', title: '这是一条测试消息', url: urlOf(strapi, '/plugins/review/notices') }] };
      const problem = await postMessage(message, robot, { now: new Date(), allowed: noticesConfig(strapi).robotOrigins, fetch }).then(() => null, reasonOf);
      ctx.body = { data: { problem } };
    },
  };
};
