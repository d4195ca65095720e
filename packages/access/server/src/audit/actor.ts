import { AsyncLocalStorage } from 'node:async_hooks';

import type { Core } from '@strapi/strapi';

import type { Actor } from './chain/row.ts';

interface RequestState {
  requestId?: string;
  user?: { id: number; firstname?: string | null; lastname?: string | null; username?: string | null; email?: string | null };
  auth?: { strategy?: { name?: string }; credentials?: { id?: number; name?: string } | null };
}

/** Work a program of ours does, and what it has done so far where only the sum is written down. */
export interface ProgramWork {
  name: string;
  counts?: Map<string, number>;
}

/** The program at work, if it is one. */
export const programs = new AsyncLocalStorage<ProgramWork>();

/** Names of the programs of the platform, for people. */
const PROGRAMS: Record<string, string> = { 'demo-city': '示例城市', import: '批量导入', schedule: '定时发布' };

/** The name of somebody who works in the admin, as Chinese names are written. */
export function nameOfUser(user: NonNullable<RequestState['user']>): string {
  return [user.lastname, user.firstname].filter(Boolean).join('') || user.username || user.email || `用户 ${user.id}`;
}

/** Who is behind what is done right now: a program of ours, somebody signed in, the holder of a token, or the platform itself. */
export function findActor(strapi: Core.Strapi): Actor {
  const program = programs.getStore();
  if (program) return { kind: 'program', id: program.name, name: PROGRAMS[program.name] ?? program.name };
  const request = strapi.requestContext.get();
  if (!request) return { kind: 'system', name: '平台' };
  const { user, auth } = request.state as RequestState;
  if (user) return { kind: 'user', id: user.id, name: nameOfUser(user) };
  const token = auth?.credentials;
  if (token?.id !== undefined) return { kind: 'token', id: token.id, name: token.name ?? `令牌 ${token.id}` };
  return { kind: 'visitor', name: '未登录' };
}

/** From where: address, browser and request id of the current request; nothing for programs and at boot. */
export function findOrigin(strapi: Core.Strapi): { address: string | null; agent: string | null; requestId: string | null } {
  const request = strapi.requestContext.get();
  if (!request) return { address: null, agent: null, requestId: null };
  const { requestId } = request.state as RequestState;
  return { address: request.request.ip ?? null, agent: request.get('user-agent') || null, requestId: requestId ?? null };
}
