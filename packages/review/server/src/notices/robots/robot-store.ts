import { randomUUID } from 'node:crypto';

import type { Row, Sql } from '../../store/connection.ts';
import type { NoticeKindCode } from '../kinds.ts';
import type { Silence } from '../timing/silence.ts';
import type { OpenRobot } from './post-message.ts';
import type { Sealing } from './sealing.ts';
import type { RobotService } from './service.ts';

/** A robot in a group of one of the services, without its secrets. */
export interface Robot {
  id: number;
  name: string;
  service: RobotService;
  /** documentId: it speaks of this agency's documents alone. */
  agency: string | null;
  /** documentId: of this site's. With neither it speaks of all. */
  site: string | null;
  kinds: NoticeKindCode[];
  withTitles: boolean;
  silence: Silence | null;
  urgentAtNight: boolean;
  isOn: boolean;
  hasSecret: boolean;
}

/** What an administrator sets of a robot. An address or secret that is left out stays as it is. */
export type RobotChange = Omit<Robot, 'id' | 'hasSecret'> & { address?: string | undefined; secret?: string | null | undefined };

const TABLE = 'review_robots';

/** All robots, by name. */
export async function listRobots(sql: Sql): Promise<Robot[]> {
  return ((await sql(TABLE).orderBy(['name', 'id'])) as Row[]).map(readRobot);
}

export async function findRobot(sql: Sql, id: number): Promise<Robot | undefined> {
  const row: Row | undefined = await sql(TABLE).where({ id }).first();
  return row && readRobot(row);
}

/** Opens a robot's secrets, for sending alone. @throws {Error} When they were sealed with another key. */
export async function openRobot(sql: Sql, id: number, sealing: Sealing): Promise<(Robot & OpenRobot) | undefined> {
  const row: Row | undefined = await sql(TABLE).where({ id }).first();
  if (!row) return undefined;
  const open = (sealed: unknown, field: string) => sealing.open(String(sealed), `${String(row.seal)} ${field}`);
  return {
    ...readRobot(row),
    address: open(row.address_sealed, 'address'),
    secret: row.secret_sealed ? open(row.secret_sealed, 'secret') : undefined,
  };
}

/** Adds a robot. @returns Its id. */
export async function addRobot(sql: Sql, change: RobotChange & { address: string }, sealing: Sealing, now: Date): Promise<number> {
  const seal = randomUUID();
  const row = { ...rowOf(change, now), seal, ...sealedOf(change, seal, sealing) };
  const [inserted] = (await sql(TABLE).insert(row).returning('id')) as { id: unknown }[];
  return Number(inserted!.id);
}

/** Changes a robot. @returns Whether there is one. */
export async function changeRobot(sql: Sql, id: number, change: RobotChange, { sealing, now }: { sealing: Sealing; now: Date }): Promise<boolean> {
  const stored: Row | undefined = await sql(TABLE).where({ id }).first('seal');
  if (!stored) return false;
  await sql(TABLE)
    .where({ id })
    .update({ ...rowOf(change, now), ...sealedOf(change, String(stored.seal), sealing) });
  return true;
}

/** Takes a robot away; what still waits for it is dropped when it is due. */
export async function removeRobot(sql: Sql, id: number): Promise<boolean> {
  return (await sql(TABLE).where({ id }).delete()) > 0;
}

function sealedOf({ address, secret }: RobotChange, seal: string, sealing: Sealing): Row {
  return {
    ...(address !== undefined && { address_sealed: sealing.seal(address, `${seal} address`) }),
    ...(secret !== undefined && { secret_sealed: secret === null ? null : sealing.seal(secret, `${seal} secret`) }),
  };
}

function rowOf({ name, service, agency, site, kinds, withTitles, silence, urgentAtNight, isOn }: RobotChange, now: Date): Row {
  return {
    name,
    service,
    agency,
    site,
    kinds: JSON.stringify(kinds),
    with_titles: withTitles,
    silence_from: silence?.from ?? null,
    silence_to: silence?.to ?? null,
    urgent_at_night: urgentAtNight,
    is_on: isOn,
    changed_at: now.toISOString(),
  };
}

function readRobot(row: Row): Robot {
  return {
    id: Number(row.id),
    name: String(row.name),
    service: row.service as RobotService,
    agency: (row.agency as string | null) ?? null,
    site: (row.site as string | null) ?? null,
    kinds: JSON.parse(String(row.kinds)) as NoticeKindCode[],
    withTitles: Boolean(row.with_titles),
    silence: row.silence_from && row.silence_to ? { from: String(row.silence_from), to: String(row.silence_to) } : null,
    urgentAtNight: Boolean(row.urgent_at_night),
    isOn: Boolean(row.is_on),
    hasSecret: Boolean(row.secret_sealed),
  };
}
