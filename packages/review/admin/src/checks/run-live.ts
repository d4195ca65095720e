import type { Check } from '../../../server/src/checks/check.ts';
import type { CheckedDocument } from '../../../server/src/checks/document.ts';
import type { Finding } from '../../../server/src/checks/finding.ts';
import { toFinding } from '../../../server/src/checks/finding.ts';
import { LIVE_CHECKS } from '../../../server/src/checks/live-checks.ts';
import { officialsCheck } from '../../../server/src/checks/officials.ts';
import { requiredCheck } from '../../../server/src/checks/required.ts';
import { runLive } from '../../../server/src/checks/run.ts';
import { wordsCheck } from '../../../server/src/checks/words.ts';
import type { LiveFacts } from './use-facts.ts';

/** Ids of the checks that run in the form: what the server says for them is older. */
export const LIVE_IDS: ReadonlySet<string> = new Set([...LIVE_CHECKS, requiredCheck, wordsCheck, officialsCheck].map(({ id }) => id));

const findWith = <Facts>(check: Check<Facts>, document: CheckedDocument, facts: Facts): Finding[] => check.find(document, facts).map((remark) => toFinding(check.id, remark));

/** Everything that can be said of a form without asking. */
export function runInForm(document: CheckedDocument, facts: LiveFacts | undefined): Finding[] {
  return [
    ...runLive([requiredCheck, ...LIVE_CHECKS], document),
    ...(facts ? [...findWith(wordsCheck, document, facts.words), ...findWith(officialsCheck, document, facts.officials)] : []),
  ];
}
