import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import type { Core } from '@strapi/strapi';

import { runProgram } from '../import/review';
import { ensureUser } from '../provisioning/ensure-user';
import { type DemoCity, readCity } from './city';
import { loadDesk } from './desk';
import { createDrafts, fillAndPublish, findPath, keyOf } from './documents';
import type { References } from './fields';
import { loadFiles, type StoredFile } from './files';
import { loadFrame, loadLinks } from './frame';
import { loadEnglish } from './load-english';
import { loadLetters, type Staff } from './letters';
import { createProgress, type Progress } from './progress';
import { type DemoSite, readSites } from './sites';
import { loadTakingPart } from './taking-part';

const SITE = 'api::site.site';

interface Options {
  /** Passwords of the demo accounts by e-mail address. Who is not named gets one that nobody knows. */
  passwords?: Record<string, string>;
  /** Gets a line of progress at least every few seconds. */
  say?: (line: string) => void;
  now?: () => Date;
}

/** What came of it. */
export type Loaded = { kind: 'loaded'; seconds: number } | { kind: 'kept' };

/**
 * Loads the demo city into an empty installation, through the document service, the upload service and the engine of
 * cases, so that everything happens that happens when editors do it. An installation that has a site of its own is
 * kept as it is; a load that was broken off goes on where it stopped.
 */
export async function loadDemo(strapi: Core.Strapi, { passwords = {}, say = (line) => strapi.log.info(line), now = () => new Date() }: Options = {}): Promise<Loaded> {
  const mark = strapi.store({ type: 'core', name: 'demo' });
  const state = await mark.get({ key: 'state' });
  const isOther = state !== 'loading' && (await strapi.db.query(SITE).count()) > 0;
  if (state === 'loaded' || isOther) return { kind: 'kept' };

  const started = Date.now();
  await mark.set({ key: 'state', value: 'loading' });
  const city = readCity(join(strapi.dirs.app.root, 'demo'));
  const { references, people } = await runProgram(strapi, 'demo-city', () => loadCity(strapi, city, { passwords, say, now }));
  await loadDesk(strapi, city, { references, people, now: now() });
  await mark.set({ key: 'state', value: 'loaded' });
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  say(`示例城市已装入，用时 ${seconds} 秒`);
  return { kind: 'loaded', seconds };
}

async function loadCity(strapi: Core.Strapi, city: DemoCity, { passwords, say, now }: Required<Options>): Promise<{ references: References; people: Map<string, number> }> {
  const progress = createProgress(say);
  const frame = await loadFrame(strapi, city, progress);
  const { staff, people } = await loadUsers(strapi, city, passwords);
  const files = await loadFiles(strapi, city.files, city.folder, progress);
  const ids = new Map([...frame, ...(await createDrafts(strapi, city, progress))]);
  const references = referencesOf(strapi, ids, files);
  await fillAndPublish(strapi, city, references, progress);
  await loadLinks(strapi, city, references, now());
  await loadEnglish(strapi, city, references, progress);
  await loadLetters(strapi, city.letters, staff, progress);
  await loadTakingPart(strapi, city, { staff, references, progress });
  for (const site of readSites(city.folder)) await loadSite(strapi, site, { ids, files, progress, now: now() });
  return { references, people };
}

/** A further site: its frame, its documents, its links. */
async function loadSite(strapi: Core.Strapi, site: DemoSite, { ids, files, progress, now }: { ids: Map<string, string>; files: Map<string, StoredFile>; progress: Progress; now: Date }): Promise<void> {
  const frame = await loadFrame(strapi, site, progress);
  const references = referencesOf(strapi, new Map([...ids, ...frame, ...(await createDrafts(strapi, site, progress))]), files);
  await fillAndPublish(strapi, site, references, progress);
  await loadLinks(strapi, site, references, now);
}

/** People of every role. @returns Who hands out, answers and approves the letters, and everybody's id by the name of the account. */
async function loadUsers(strapi: Core.Strapi, { users }: DemoCity, passwords: Record<string, string>): Promise<{ staff: Staff; people: Map<string, number> }> {
  const byRole = new Map<string, { id: number; name: string }>();
  const people = new Map<string, number>();
  for (const { email, name, role, agency } of users) {
    const password = passwords[email] ?? `A1${randomBytes(18).toString('base64url')}`;
    const { id } = await ensureUser(strapi, { email, name, role, password, ...(agency && { agencyCode: agency }) });
    if (!byRole.has(role)) byRole.set(role, { id, name });
    people.set(email.split('@')[0]!, id);
  }
  const staff = { office: byRole.get('site-administrator')!, handler: byRole.get('case-handler')!, approver: byRole.get('reviewer')! };
  return { staff, people };
}

function referencesOf(strapi: Core.Strapi, ids: Map<string, string>, files: Map<string, StoredFile>): References {
  const documentId = (kind: string, key: string) => {
    const id = ids.get(keyOf(kind, key));
    if (!id) throw new Error(`The demo city refers to ${kind} ${key}, which it does not have`);
    return id;
  };
  const file = (key: string) => {
    const stored = files.get(key);
    if (!stored) throw new Error(`The demo city refers to the file ${key}, which it does not have`);
    return stored;
  };
  return { documentId, file, fileDocumentId: (key) => file(key).documentId, path: (kind, key) => findPath(strapi, kind, documentId(kind, key)) };
}
