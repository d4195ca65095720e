import type { FormQuestion } from '@mingchuang/content';

import type { LetterKind } from '../kinds/kind.ts';
import type { Sealing } from '../domain/sealing.ts';
import type { Database } from '../store/connection.ts';

/** The part of the feed plugin's service that cases use. */
export interface Feed {
  registerSource(source: FeedSource): void;
  record(change: {
    kind: 'upsert' | 'gone';
    type: string;
    documentId: string;
    path?: string;
    title?: string;
    reason?: string;
  }): Promise<unknown>;
}

/** A source of entries, as the feed plugin wants it. */
export interface FeedSource {
  type: string;
  all(): AsyncIterable<{ documentId: string; data: Record<string, unknown> }>;
  one(documentId: string): Promise<{ documentId: string; data: Record<string, unknown> } | undefined>;
}

interface Target {
  id: string;
  title: string;
  path: string | undefined;
  agency: { id: string; title: string } | undefined;
  /** First and last day, both inside. */
  opensOn: string;
  closesOn: string;
}
/** What opinions are about. */
export interface ConsultationTarget extends Target {
  acceptsOnline: boolean;
}
/** What is answered. */
export interface SurveyTarget extends Target {
  questions: FormQuestion[];
}

/** What the parts of the engine share. Everything outside the process comes in here. */
export interface Engine {
  db: Database;
  sealing(): Sealing;
  feed(): Feed;
  limits: LetterKind['limits'];
  retentionDays: number;
  /** Address of the portal, for links from the admin; empty when unknown. */
  portalUrl: string;
  now(): Date;
  /** Path of the published column of kind `letters`, or undefined. */
  findLettersPath(): Promise<string | undefined>;
  findAgency(which: { code?: string; documentId?: string }): Promise<{ id: string; title: string } | undefined>;
  /** The published consultation or survey with that documentId, as of a few seconds ago at most. */
  findConsultation(documentId: string): Promise<ConsultationTarget | undefined>;
  findSurvey(documentId: string): Promise<SurveyTarget | undefined>;
  /** Milliseconds for which results are gathered before the feed is told, so that a burst is one publication. */
  resultsEvery: number;
  random(below: number): number;
  log: { info(message: string): void; error(message: string): void };
}

/** The citizen's name and number, or nothing once they were erased. */
export function openPersonal(
  sealing: Sealing,
  row: { number: string; name_sealed: string | null; phone_sealed: string | null },
): { name?: string; phone?: string } {
  return {
    ...(row.name_sealed && { name: sealing.open(row.name_sealed, aboutField(row.number, 'name')) }),
    ...(row.phone_sealed && { phone: sealing.open(row.phone_sealed, aboutField(row.number, 'phone')) }),
  };
}

/** What a sealed value is bound to. */
export function aboutField(number: string, field: 'name' | 'phone'): string {
  return `${number}/${field}`;
}
