import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { askForDocument, type Context } from '../document-rights.ts';
import { onConnection } from '../store/connection.ts';
import { CAUSES } from './causes.ts';
import { compareVersions, loadVersion, parseVersionName } from './compare-versions.ts';
import { digestOf, readContent } from './content.ts';
import { onOccasion } from './occasion.ts';
import { prepareRestoration } from './restore.ts';
import { isLocalised, readFields } from './shape.ts';
import { listVersions, type Version } from './store.ts';

/** What a version says that was restored from what has no number. */
const RESTORED: Record<string, string> = { live: '恢复为线上的内容', draft: '恢复为草稿' };

/** Versions on one page of the list. */
const PAGE = 30;

/** A version as the list shows it. */
export interface VersionShown {
  number: number;
  cause: string;
  note?: string;
  by: string;
  beganAt: string;
  at: string;
  /** Whether the draft says exactly this now, and whether visitors see it. */
  isDraft: boolean;
  isLive: boolean;
}

/** The admin side of versions: the list, the difference of two, and restoring one. */
export const versionsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    const rights = await askForDocument(strapi, context);
    const below = context.query.below === undefined ? undefined : Number(context.query.below);
    if (below !== undefined && !Number.isSafeInteger(below)) throw new errors.ValidationError('页码不对，请刷新页面。');
    const found = await onConnection(strapi, (sql) => listVersions(sql, rights.place, { below, limit: PAGE + 1 }));
    const [draft, live] = [await readContent(strapi, rights.place), await readContent(strapi, rights.place, true)];
    const digests = { draft: draft && digestOf(draft), live: live && digestOf(live) };
    context.body = {
      data: {
        versions: found.slice(0, PAGE).map((version) => showVersion(version, digests)),
        hasMore: found.length > PAGE,
        mayRestore: rights.mayUpdate,
        hasLive: live !== undefined,
      },
    };
  },

  async difference(context: Context) {
    const rights = await askForDocument(strapi, context);
    const [before, after] = [parseVersionName(context.params.before), parseVersionName(context.params.after)];
    context.body = { data: { sections: await compareVersions(strapi, rights, before, after) } };
  },

  /** Writes a version into the draft. What is live stays as it is until the draft is published. */
  async restore(context: Context) {
    const rights = await askForDocument(strapi, context, { toChange: true });
    const { uid, documentId, locale } = rights.place;
    const number = parseVersionName(context.params.number);
    const content = await loadVersion(strapi, rights, number);
    const fields = rights.readable(readFields(strapi, uid));
    const { data, missing } = await prepareRestoration(strapi, rights.place, fields, content);
    const params = { documentId, data: await rights.sanitize(data), ...(isLocalised(strapi, uid) ? { locale } : {}) };
    await onOccasion({ cause: 'restored', note: RESTORED[number] ?? `恢复自第 ${number} 版` }, () => strapi.documents(uid as never).update(params as never));
    context.body = { data: { missing } };
  },
});

function showVersion({ number, cause, note, by, beganAt, at, digest }: Version, { draft, live }: { draft?: string | undefined; live?: string | undefined }): VersionShown {
  return {
    number,
    cause: CAUSES[cause] ?? cause,
    ...(note ? { note } : {}),
    by: by?.name ?? '系统',
    beganAt,
    at,
    isDraft: digest === draft,
    isLive: digest === live,
  };
}
