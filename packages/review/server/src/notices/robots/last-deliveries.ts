import type { Row, Sql } from '../../store/connection.ts';

/** How a robot's newest message fared. */
export interface LastDelivery {
  state: 'waiting' | 'sent' | 'dropped' | 'failed';
  problem: string | null;
  at: string;
}

/** The newest message of each robot that was tried, by the robot's id. */
export async function lastDeliveries(sql: Sql): Promise<Record<string, LastDelivery>> {
  const tried = () => sql('review_deliveries').whereNotNull('robot_id').where('attempts', '>', 0);
  const newest: Row[] = await tried().groupBy('robot_id').select('robot_id').max('due_at as due');
  const last: Record<string, LastDelivery> = {};
  for (const { robot_id, due } of newest) {
    const row: Row = await tried().where({ robot_id, due_at: due }).first();
    last[String(robot_id)] = {
      state: row.state as LastDelivery['state'],
      problem: (row.problem as string | null) ?? null,
      at: String(row.done_at ?? row.due_at),
    };
  }
  return last;
}
