import type { Acknowledgement, Alarm, FeedLine, Lease, LeaseRequest } from '@mingchuang/content/feed';
import { drawAnswer, type DrawAnswer } from '@mingchuang/content/preview';
import { tryAnswer, type TryAnswer } from '@mingchuang/content/searches';

import { acknowledge, type AcknowledgementResult } from './acknowledgements.ts';
import { adoptDocuments } from './adopt.ts';
import { readHead, type Identity } from './changes.ts';
import { type DocumentState, readDocumentState } from './document-state.ts';
import { reader } from './database.ts';
import { beginEpoch } from './epoch.ts';
import { askPublisher } from './ask-publisher.ts';
import { createDrafts, type EntryLine } from './drafts.ts';
import type { FeedCore } from './feed-core.ts';
import { giveLease, readLease } from './lease.ts';
import type { PortalType } from './portal-types.ts';
import { findShowing, type OpenedFile, openPublishedFile, openStoredFile } from './media.ts';
import { type Cursor, readChanges } from './read-changes.ts';
import { readExport } from './read-export.ts';
import { recordSourceChange } from './record-source.ts';
import { findOrigin } from './site-origin.ts';
import { readSitesOf } from './sites-of-document.ts';
import type { Source, SourceChange } from './sources.ts';

/** What `strapi.plugin('feed').service('feed')` offers to the rest of the CMS. */
export interface FeedService {
  /** Lets another plugin publish entries that are not content types. */
  registerSource(source: Source): void;
  /** Records a change of a source's entry in the transaction that is open, or in one of its own. */
  record(change: SourceChange): Promise<void>;
  /** Takes published rows into the feed that were written past the document service, in the open transaction. */
  adopt(uid: string, documentIds: readonly string[]): Promise<void>;
  /** Forces every reader to take the full export. For restores. */
  newEpoch(): Promise<string>;
  /** The epoch and the number of the last change. */
  head(): Promise<{ epoch: string; sequence: number }>;
  changes(cursor: Cursor): Promise<FeedLine[]>;
  export(): AsyncGenerator<FeedLine[]>;
  acknowledge(acknowledgement: Acknowledgement): Promise<AcknowledgementResult>;
  /** Lets one publisher at a time publish. */
  lease(request: LeaseRequest): Promise<Lease>;
  readLease(): Promise<{ holder: string; until: Date } | undefined>;
  /** Called with what publishers report to operators. */
  onAlarm(listener: (alarm: Alarm) => Promise<void>): void;
  raiseAlarm(alarm: Alarm): Promise<void>;
  openFile(documentId: string): Promise<OpenedFile | undefined>;
  /**
   * What the feed would carry if a draft were published now. The document itself comes first; files have their hash.
   * @throws {errors.ValidationError} When it has no address yet; the message names what is missing.
   */
  draft(place: { uid: string; documentId: string; locale: string }): Promise<EntryLine[] | undefined>;
  /** Has the publisher draw a page over a draft. `away` when there is none, or it does not answer. */
  draw(lines: EntryLine[], path?: string): Promise<DrawAnswer | { kind: 'away' }>;
  /** Has the publisher search a site as a visitor would. @param site documentId. */
  trySearch(site: string, query: string): Promise<TryAnswer | { kind: 'away' }>;
  /** Opens a file of the library, published or not: for previews, which prove first that the draft uses it. */
  openDraftFile(documentId: string): Promise<OpenedFile | undefined>;
  /** Titles of the published documents that show a file of the library. */
  findShowing(fileId: string): Promise<string[]>;
  documentState(document: Identity): Promise<DocumentState>;
  /** Where the site of a published document is reached, when the main one is at `portalUrl`. */
  originOf(document: Identity, portalUrl: string): Promise<string>;
  /** The portal type of a content type, if it appears on the portal. */
  typeOf(uid: string): PortalType | undefined;
}

/** Binds the service to one Strapi. */
export function createFeedService(core: FeedCore): FeedService {
  const drafts = createDrafts(core);
  const alarmListeners: ((alarm: Alarm) => Promise<void>)[] = [];
  return {
    registerSource: (source) => core.sources.register(source),
    record: (change) => recordSourceChange(core, change),
    adopt: (uid, documentIds) => adoptDocuments(core, uid, documentIds),
    newEpoch: () => beginEpoch(core),
    head: () => readHead(core.strapi.db.connection),
    changes: (cursor) => readChanges(core, cursor),
    export: () => readExport(core),
    acknowledge: async (acknowledgement) => {
      const result = await acknowledge(core, acknowledgement);
      if (result.kind === 'accepted') core.changed();
      return result;
    },
    lease: (request) => giveLease(core, request),
    readLease: () => readLease(core),
    onAlarm: (listener) => void alarmListeners.push(listener),
    raiseAlarm: async (alarm) => {
      for (const listener of alarmListeners) await listener(alarm);
    },
    openFile: (documentId) => openPublishedFile(core, documentId),
    draft: (place) => drafts.read(place),
    draw: (lines, path) => askPublisher(core, '/draw', { lines, ...(path !== undefined && { path }) }, drawAnswer),
    trySearch: (site, query) => askPublisher(core, '/search', { site, query }, tryAnswer),
    openDraftFile: (documentId) => openStoredFile(core, documentId),
    findShowing: (fileId) => findShowing(core, fileId),
    documentState: (document) => readDocumentState(core, document),
    originOf: async (document, portalUrl) => findOrigin(core.strapi, portalUrl, (await readSitesOf(await reader(core.strapi), document))[0]),
    typeOf: (uid) => core.types().get(uid),
  };
}
