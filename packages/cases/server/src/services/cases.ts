import { createAttempts } from '../domain/attempts.ts';
import { fullActor, type Actor } from '../domain/actor.ts';
import { createIntakeQueue } from '../store/intake-queue.ts';
import { createIntakeWriter } from '../store/intake-writer.ts';
import { createChange } from './change.ts';
import { createContact, type Contact } from './contact.ts';
import { createDeadlines, type Deadlines } from './deadlines.ts';
import type { Engine, FeedSource } from './engine.ts';
import { createFigures, type Figures } from './figures.ts';
import { createFiling, type Filing } from './filing.ts';
import { createHandling, type Handling } from './handling.ts';
import { createOpinions, type Opinions } from './opinions.ts';
import { createPublication } from './publication.ts';
import { createPublishing, type Publishing } from './publishing.ts';
import { createRetention, type Retention } from './retention.ts';
import { createSurveys, type Surveys } from './surveys.ts';
import { createTracking, type Tracking } from './tracking.ts';
import { createViews, type Views } from './views.ts';

/** New cases change the month's figures; the feed hears of it at most this often. */
const FIGURES_EVERY = 30_000;

/**
 * The engine of citizens' cases: `strapi.plugin('cases').service('cases')`.
 *
 * Everything that happens to a case is a function here that takes who does it and, for loaders and tests, when. A
 * letter from its filing to its rating, as the demo city makes it:
 *
 * ```ts
 * const cases = strapi.plugin('cases').service('cases');
 * const office = cases.actor(1, '来信办公室');      // ids of admin users: the approver must be another than the writer
 * const handler = cases.actor(2, '周敏');
 * const approver = cases.actor(3, '何志远');
 * const number = '20261109-ABCDEF', code = 'ABCDEFGH';   // createCaseNumber, createQueryCode of @mingchuang/content
 * await cases.file({ kind: 'letter', number, code, receivedAt: '2026-11-09T01:20:00.000Z', suspicion: 0, submission });
 * await cases.assign(number, { agency: 'chengguan' }, { actor: office, at });  // not when submission.agency named one
 * await cases.accept(number, { actor: handler, at });
 * await cases.answer(number, { answer }, { actor: handler, at });
 * await cases.approve(number, { actor: approver, at });                        // closes it when mayPublish is false
 * await cases.publish(number, { title, body }, { actor: approver, at });       // or undefined: the masked proposal
 * await cases.rate({ number, code, rating: 5, comment: '' }, at);
 * ```
 */
export interface Cases extends Filing, Tracking, Handling, Omit<Publishing, 'propose'>, Contact, Views, Retention, Deadlines {
  /** Opinions on consultations. */
  opinions: Omit<Opinions, 'source' | 'flush'>;
  /** Answers to surveys. */
  surveys: Omit<Surveys, 'source' | 'flush'>;
  /** Tells the feed what opinions and answers have come to. Runs by itself, at most once a minute. */
  flushResults(): Promise<void>;
  /** Someone with every right, for loaders. The screens use the rights of who is signed in. */
  actor(id: number, name: string): Actor;
  /** Tells the feed the figures of the months in which cases arrived. Runs by itself every half minute. */
  flushFigures: Figures['flush'];
  /** Ends the timers. */
  stop(): void;
}

/** What `createCases` answers: the service, and what it gives to the feed. */
export interface CasesEngine {
  service: Cases;
  sources: FeedSource[];
}

/** Puts the engine together. */
export function createCases(engine: Engine, agencyTable: string): CasesEngine {
  const figures = createFigures(engine);
  const publication = createPublication(engine);
  const change = createChange(engine);
  const { propose, ...publishing } = createPublishing(engine, change, publication);

  const opinions = createOpinions(engine, () => soonResults.start());
  const surveys = createSurveys(engine);
  const flushResults = async () => {
    await opinions.flush();
    await surveys.flush();
  };

  const later = (run: () => Promise<void>, after: number) => {
    let timer: NodeJS.Timeout | undefined;
    return {
      start() {
        timer ??= setTimeout(() => {
          timer = undefined;
          run().catch((error: unknown) => engine.log.error(`Figures of cases were not told to the feed: ${String(error)}`));
        }, after).unref();
      },
      stop: () => clearTimeout(timer),
    };
  };
  const soonFigures = later(figures.flush, FIGURES_EVERY);
  const soonResults = later(flushResults, engine.resultsEvery);
  const store = createIntakeQueue(createIntakeWriter(engine.db.connection, agencyTable));

  return {
    sources: [publication.source, figures.source, opinions.source, surveys.source],
    service: {
      ...createFiling(engine, store, (kind) => (kind === 'letter' ? soonFigures : soonResults).start()),
      ...createTracking(engine, createAttempts(), publication),
      ...createHandling(engine, change, figures),
      ...publishing,
      ...createContact(engine),
      ...createViews(engine, { propose, ...publishing }),
      ...createRetention(engine),
      ...createDeadlines(engine),
      actor: fullActor,
      opinions,
      surveys,
      flushFigures: figures.flush,
      flushResults,
      stop() {
        soonFigures.stop();
        soonResults.stop();
      },
    },
  };
}
