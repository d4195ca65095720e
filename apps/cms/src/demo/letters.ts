import type { Core } from '@strapi/strapi';

import type { DemoLetter } from './city';
import { caseIdentity, instantOf } from './identities';
import type { Progress } from './progress';

/** The people a letter passes through, by id of admin user and name. */
export interface Staff {
  office: { id: number; name: string };
  handler: { id: number; name: string };
  approver: { id: number; name: string };
}

type Act = { actor: unknown; at: string };
/** The functions of the plugin `cases` used here. */
interface Cases {
  actor(id: number, name: string): unknown;
  file(filing: object): Promise<unknown>;
  read(number: string, actor: unknown): Promise<{ stage: string; rating?: unknown }>;
  assign(number: string, to: { agency: string }, act: Act): Promise<unknown>;
  accept(number: string, act: Act): Promise<unknown>;
  answer(number: string, draft: { answer: string }, act: Act): Promise<unknown>;
  approve(number: string, act: Act): Promise<unknown>;
  publish(number: string, version: undefined, act: Act): Promise<unknown>;
  rate(rating: object, at: string): Promise<unknown>;
}

/** What moves a letter on from each stage; a letter that has come far enough has no moment for it. */
type Step = (letter: DemoLetter, number: string) => Promise<unknown> | undefined;

/** Files the letters and takes each as far as it has come, in the past, through the engine of cases. */
export async function loadLetters(strapi: Core.Strapi, letters: readonly DemoLetter[], staff: Staff, progress: Progress): Promise<void> {
  const cases = strapi.plugin('cases').service('cases') as unknown as Cases;
  const office = cases.actor(staff.office.id, staff.office.name);
  const handler = cases.actor(staff.handler.id, staff.handler.name);
  const approver = cases.actor(staff.approver.id, staff.approver.name);
  const by = (actor: unknown, moment: string): Act => ({ actor, at: instantOf(moment) });
  const isApproved = ({ state }: DemoLetter) => state === 'answered' || state === 'rated';
  const steps: Record<string, Step> = {
    received: ({ agency, assigned }, number) => (agency && assigned ? cases.assign(number, { agency }, by(office, assigned)) : undefined),
    assigned: ({ accepted }, number) => (accepted ? cases.accept(number, by(handler, accepted)) : undefined),
    handling: ({ answer, answered }, number) => (answer && answered ? cases.answer(number, { answer }, by(handler, answered)) : undefined),
    review: (letter, number) => (isApproved(letter) ? cases.approve(number, by(approver, letter.answered!)) : undefined),
    answered: ({ published }, number) => (published ? cases.publish(number, undefined, by(approver, published)) : undefined),
  };

  for (const [index, letter] of letters.entries()) {
    const { purpose, title, body, name, phone, mayPublish, received, rating } = letter;
    const { number, code } = caseIdentity(letter.key, received);
    const submission = { purpose, agency: '', title, body, name, phone, mayPublish };
    await cases.file({ kind: 'letter', number, code, receivedAt: instantOf(received), suspicion: 0, submission });
    for (let moved: unknown = true; moved !== undefined; ) {
      const { stage } = await cases.read(number, office);
      moved = await steps[stage]?.(letter, number);
    }
    const { rating: given } = await cases.read(number, office);
    if (rating && !given) await cases.rate({ number, code, rating: rating.rating, comment: rating.comment }, instantOf(rating.at));
    progress.step('来信', index + 1, letters.length);
  }
}
