import { Readable } from 'node:stream';

import { acknowledgement, alarm, FEED_TYPE, leaseRequest } from '@mingchuang/content/feed';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ZodType } from 'zod';

import { writeLines } from '../read-export.ts';
import type { FeedService } from '../service.ts';

/** The parts of Koa's context used here. */
export interface Context {
  query: Record<string, unknown>;
  params: Record<string, string>;
  request: { body?: unknown };
  state: { userAbility?: unknown };
  status: number;
  type: string;
  length: number;
  body: unknown;
  set(name: string, value: string): void;
}

/** The HTTP side of the feed, for publishers and builds. Who may call is decided by the API token's permissions. */
export const feedController = ({ strapi }: { strapi: Core.Strapi }) => {
  const feed = () => strapi.plugin('feed').service('feed') as unknown as FeedService;
  return {
    async export(context: Context) {
      answerLines(context, Readable.from(writeLines(feed().export())));
    },

    async changes(context: Context) {
      const after = Number(context.query.after);
      if (!Number.isSafeInteger(after) || after < 0)
        throw new errors.ValidationError('after must be the number of a change');
      const { epoch = '', mark } = context.query;
      const lines = await feed().changes({
        epoch: String(epoch),
        after,
        ...(mark === undefined ? {} : { mark: String(mark) }),
      });
      answerLines(context, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    },

    async media(context: Context) {
      const file = await feed().openFile(context.params.id!);
      if (!file) throw new errors.NotFoundError('No published document uses such a file');
      context.set('Cache-Control', 'no-store');
      context.body = file.stream;
      context.type = file.mime;
      if (file.length !== undefined) context.length = file.length;
    },

    async acknowledge(context: Context) {
      const result = await feed().acknowledge(parseBody(acknowledgement, context, 'Not an acknowledgement'));
      if (result.kind === 'refused') throw new errors.ApplicationError(result.reason);
      context.status = 204;
    },

    async lease(context: Context) {
      context.body = await feed().lease(parseBody(leaseRequest, context, 'Not a request for the lease'));
    },

    async alarm(context: Context) {
      await feed().raiseAlarm(parseBody(alarm, context, 'Not an alarm'));
      context.status = 204;
    },
  };
};

function parseBody<T>(schema: ZodType<T>, { request }: Context, otherwise: string): T {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new errors.ValidationError(otherwise, { issues });
}

function answerLines(context: Context, body: unknown): void {
  context.set('Cache-Control', 'no-store');
  context.body = body;
  context.type = FEED_TYPE;
}
