import type { Core } from '@strapi/strapi';

import type { DemoCity } from './city';
import type { References } from './fields';
import { caseIdentity, instantOf } from './identities';
import type { Staff } from './letters';
import type { Progress } from './progress';

/** The functions of the plugin `cases` used here. */
interface Cases {
  actor(id: number, name: string): unknown;
  file(filing: object): Promise<unknown>;
  opinions: { weigh(number: string, verdict: object, act: { actor: unknown; at: string }): Promise<unknown> };
  flushResults(): Promise<void>;
}

interface With {
  staff: Staff;
  references: References;
  progress: Progress;
}

/** Answers stored at once: the intake puts those that wait together into one transaction. */
const BATCH = 50;

/** Files opinions and filled surveys in the past, through the engine of cases; what is there already is kept. */
export async function loadTakingPart(strapi: Core.Strapi, { opinions, answers }: DemoCity, { staff, references, progress }: With): Promise<void> {
  const cases = strapi.plugin('cases').service('cases') as unknown as Cases;
  const editor = cases.actor(staff.handler.id, staff.handler.name);
  for (const [index, { key, consultation, part, body, name = '', phone = '', received, outcome, reason, weighed }] of opinions.entries()) {
    const { number, code } = caseIdentity(`opinion/${key}`, received);
    const submission = { consultation: references.documentId('consultation', consultation), part, body, name, phone };
    await cases.file({ kind: 'opinion', number, code, receivedAt: instantOf(received), suspicion: 0, submission });
    if (outcome && weighed) await cases.opinions.weigh(number, { outcome, reason }, { actor: editor, at: instantOf(weighed) });
    progress.step('征集意见', index + 1, opinions.length);
  }

  for (const [key, rows] of Object.entries(answers)) {
    const survey = references.documentId('survey', key);
    const filings = rows.map(({ on, replies }, index) => {
      const received = `${on} 12:00`;
      return { kind: 'survey-answer', ...caseIdentity(`survey/${key}/${index}`, received), receivedAt: instantOf(received), suspicion: 0, submission: { survey, replies } };
    });
    for (let at = 0; at < filings.length; at += BATCH) {
      await Promise.all(filings.slice(at, at + BATCH).map((filing) => cases.file(filing)));
      progress.step('答卷', Math.min(at + BATCH, filings.length), filings.length);
    }
  }
  await cases.flushResults();
}
