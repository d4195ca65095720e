import { randomUUID } from 'node:crypto';

const GIVEN = /^[\w-]{8,64}$/;

interface Context {
  state: { requestId?: string };
  get(name: string): string;
  set(name: string, value: string): void;
}

/** Gives each request an id, the caller's own where it sent one: log lines of gateway and CMS are found by it. */
export default () => async (ctx: Context, next: () => Promise<unknown>) => {
  const given = ctx.get('x-request-id');
  ctx.state.requestId = GIVEN.test(given) ? given : randomUUID();
  ctx.set('x-request-id', ctx.state.requestId);
  await next();
};
