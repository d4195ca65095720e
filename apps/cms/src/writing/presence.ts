import type { Core } from '@strapi/strapi';

const TABLE = 'writing_presence';
/** How long somebody counts as present after the last sign of life, ms: two signs may get lost. */
const PATIENCE = 40_000;

/** One open form of one person. Instants are ISO strings in UTC, so that SQLite and PostgreSQL hold the same. */
interface Row {
  session: string;
  uid: string;
  document_id: string;
  locale: string;
  user_id: number;
  since: string;
  seen_at: string;
}

/** A form of a document: which, and in which language. */
export interface OpenForm {
  uid: string;
  documentId: string;
  locale: string;
}

/** Somebody else who has a document open, or oneself in another window. */
export interface Presence {
  userId: number;
  since: string;
}

/** Makes the table of who is editing. A table, not memory: several processes of the CMS share one database. */
export async function makePresenceTable(strapi: Core.Strapi): Promise<void> {
  const { schema } = strapi.db.connection;
  if (await schema.hasTable(TABLE)) return;
  await schema.createTable(TABLE, (table) => {
    table.string('session', 36).primary();
    table.string('uid', 128).notNullable();
    table.string('document_id', 64).notNullable();
    table.string('locale', 16).notNullable();
    table.integer('user_id').notNullable();
    table.string('since', 32).notNullable();
    table.string('seen_at', 32).notNullable();
    table.index(['document_id', 'uid'], 'writing_presence_document_idx');
    table.index(['seen_at'], 'writing_presence_seen_idx');
  });
}

/** Records a sign of life of a form and forgets forms that gave none for long. */
export async function keepPresence(strapi: Core.Strapi, form: OpenForm, { session, userId, now }: { session: string; userId: number; now: Date }): Promise<void> {
  const sql = strapi.db.connection;
  const at = now.toISOString();
  await sql<Row>(TABLE).where('seen_at', '<', new Date(now.getTime() - PATIENCE).toISOString()).delete();
  const row: Row = { session, uid: form.uid, document_id: form.documentId, locale: form.locale, user_id: userId, since: at, seen_at: at };
  // Nobody speaks for another person's form, whose number might have become known.
  await sql<Row>(TABLE).insert(row).onConflict('session').merge({ seen_at: at }).where(`${TABLE}.user_id`, userId);
}

/** Takes a closed form off the list. */
export async function endPresence(strapi: Core.Strapi, session: string, userId: number): Promise<void> {
  await strapi.db.connection<Row>(TABLE).where({ session, user_id: userId }).delete();
}

/** Lists who has a document open now in other forms, longest first, everybody once. */
export async function listPresence(strapi: Core.Strapi, { uid, documentId, locale }: OpenForm, { session, now }: { session: string; now: Date }): Promise<Presence[]> {
  const rows = await strapi.db
    .connection<Row>(TABLE)
    .select('user_id')
    .min({ since: 'since' })
    .where({ uid, document_id: documentId, locale })
    .whereNot('session', session)
    .where('seen_at', '>=', new Date(now.getTime() - PATIENCE).toISOString())
    .groupBy('user_id')
    .orderBy('since');
  return rows.map(({ user_id, since }) => ({ userId: Number(user_id), since: String(since) }));
}
