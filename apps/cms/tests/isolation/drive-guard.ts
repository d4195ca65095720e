import type { RunningCms, Session } from '../boot';
import { ask, type City } from './callers';
import { describeCall } from './drive-routes';
import { type Call, DRIVES } from './drives';
import { plant, type Planted, type Schema } from './plant';

/** What came of every call that writes. */
export interface Driven {
  calls: string[];
  /** Those that did what they asked for. */
  worked: string[];
  /** Those after which something else was public than before. */
  past: string[];
}

/** The one way to the public; and what is done to files, without which no document could be written anew. */
const isLeftOut = (route: string) => route.endsWith('/moves') || route.includes(' /upload');
const isWriting = ({ method }: Call) => method !== 'GET';

/** Everything of a type that is public. */
async function readPublic({ strapi }: RunningCms, uid: string): Promise<string> {
  const { tableName } = strapi.db.metadata.get(uid);
  return JSON.stringify(await strapi.db.connection(tableName).whereNotNull('published_at').orderBy('id'));
}

const isThere = async ({ strapi }: RunningCms, { uid, secret, changed }: Planted) =>
  (await strapi.db.query(uid as never).count({ where: { documentId: { $in: [secret, changed] }, publishedAt: null, locale: 'zh-Hans' } } as never)) === 2;

/** Makes every call there is on a draft and on something public, with new ones whenever a call has removed them. */
export async function driveGuard(cms: RunningCms, session: Session, schema: Schema, city: City): Promise<Driven> {
  const driven: Driven = { calls: [], worked: [], past: [] };
  const [{ file }] = city.planted as [Planted];
  const write = () => plant(cms.strapi, schema, { agency: city.agency, column: city.column }, file);
  let planted = await write();
  for (const [route, { each }] of Object.entries(DRIVES)) {
    if (!each || isLeftOut(route)) continue;
    for (let index = 0; ; index++) {
      if (!(await isThere(cms, planted))) planted = await write();
      const call = each(planted, { planted: [planted], isThorough: true }).filter(isWriting)[index];
      if (!call) break;
      const before = await readPublic(cms, schema.uid);
      const { status } = await ask(cms, session, call);
      const told = `${status} ${describeCall(call)}`;
      driven.calls.push(told);
      if (status < 300) driven.worked.push(told);
      if ((await readPublic(cms, schema.uid)) !== before) driven.past.push(told);
    }
  }
  return driven;
}
