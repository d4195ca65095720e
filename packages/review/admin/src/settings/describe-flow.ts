import type { Flow, Stage } from '../../../server/src/flow/flow.ts';
import type { Place } from './list-places.ts';
import { ROLE_NAMES } from './role-names.ts';
import type { FlowSettings } from './use-flows.ts';

const nameIn = (places: readonly Place[], id: string) => places.find((place) => place.id === id)?.name ?? '（已删除）';

/** What a flow is for, in one line. */
export function describeScope({ site, column, uid }: Flow, { sites, columns, types }: Pick<FlowSettings, 'sites' | 'columns' | 'types'>): string {
  const parts = [
    site && `站点“${nameIn(sites, site)}”`,
    column && `栏目“${nameIn(columns, column)}”和它下面的栏目`,
    uid && `类型“${nameIn(types, uid)}”`,
  ].filter(Boolean);
  return parts.length === 0 ? '全部内容' : parts.join('，');
}

/** A stage in one line: who acts, whether one is enough, how long it may take. */
export function describeStage({ roles, users, countersign, days }: Stage, names: ReadonlyMap<number, string>): string {
  const seats = [...users.map((id) => names.get(id) ?? '（已停用的人）'), ...roles.map((role) => `一位${ROLE_NAMES[role]}`)];
  const who = seats.length > 1 ? `${seats.join('、')}，${countersign === 'all' ? '都要通过' : '任一人通过'}` : (seats[0] ?? '还没有指定');
  return `${who}；${days} 个工作日`;
}

/** The problems of a form by field, out of zod's or the server's paths. The paths of the server begin with the flow. */
export function problemsByField(issues: readonly { path: string; message: string }[]): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = path.replace(/^flows\.\d+\./, '');
    problems[field] = problems[field] ? `${problems[field]}\n${message}` : message;
  }
  return problems;
}
