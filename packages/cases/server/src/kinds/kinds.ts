import type { CaseKind } from './kind.ts';
import { letterKind } from './letter.ts';
import { opinionKind } from './opinion.ts';

/** The kinds of cases the engine knows, by key. Later kinds are added here and nowhere else. */
export const KINDS: Record<CaseKind['key'], CaseKind> = { letter: letterKind, opinion: opinionKind };
