import { nameOfUser } from '../actor.ts';
import type { State } from '../difference.ts';

type Row = Record<string, unknown> & { id: number };

/** Rows outside of the document service that say who may do what and how the installation is set up. */
export interface WatchedRow {
  uid: string;
  /** First half of the action: `user.create`. */
  area: string;
  /** Relations that belong to its state. */
  populate: string[];
  /** Fields that change by themselves, or say nothing. */
  ignored: string[];
  titleOf(row: Row): string;
  /** Whether only people's doing is written down: Strapi itself writes these rows at each boot. */
  isOfPeople?: boolean;
  shape?(state: State): State;
}

const named = (row: Row) => String(row.name ?? row.id);

/** Addresses of robots carry their key as a query. */
const withoutQuery = (state: State): State => ({ ...state, url: typeof state.url === 'string' ? state.url.replace(/\?.*$/, '?…') : state.url });

function withParsedValue({ value, ...state }: State): State {
  try {
    const parsed: unknown = JSON.parse(String(value));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as State) : { ...state, value: parsed };
  } catch {
    return { ...state, value };
  }
}

export const WATCHED_ROWS: readonly WatchedRow[] = [
  { uid: 'admin::user', area: 'user', populate: ['roles'], ignored: ['preferedLanguage'], titleOf: (row) => nameOfUser(row as never) },
  { uid: 'admin::role', area: 'role', populate: [], ignored: [], titleOf: named },
  { uid: 'admin::api-token', area: 'api-token', populate: ['permissions'], ignored: ['lastUsedAt'], titleOf: named },
  { uid: 'admin::api-token-permission', area: 'api-token-permission', populate: ['token'], ignored: [], titleOf: (row) => String(row.action) },
  { uid: 'admin::transfer-token', area: 'transfer-token', populate: ['permissions'], ignored: ['lastUsedAt'], titleOf: named },
  { uid: 'strapi::webhook', area: 'webhook', populate: [], ignored: [], titleOf: named, shape: withoutQuery },
  { uid: 'plugin::upload.file', area: 'media', populate: ['folder'], ignored: ['formats', 'provider_metadata', 'folderPath'], titleOf: named },
  { uid: 'plugin::upload.folder', area: 'media-folder', populate: ['parent'], ignored: ['path', 'pathId'], titleOf: named },
  { uid: 'plugin::i18n.locale', area: 'locale', populate: [], ignored: [], titleOf: named },
  { uid: 'strapi::core-store', area: 'setting', populate: [], ignored: ['environment', 'tag'], titleOf: (row) => String(row.key), isOfPeople: true, shape: withParsedValue },
];
