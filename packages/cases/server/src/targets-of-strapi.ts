import { formQuestions } from '@mingchuang/content';
import type { Core } from '@strapi/strapi';

import type { ConsultationTarget, Engine, SurveyTarget } from './services/engine.ts';

/** How long a published document is remembered, in milliseconds: a burst of answers must not read it each time. */
const REMEMBERED = 5000;

type Row = Record<string, any>;

/** Looks up what opinions and answers are filed to. */
export function createTargets(strapi: Core.Strapi): Pick<Engine, 'findConsultation' | 'findSurvey'> {
  const find = (type: 'consultation' | 'survey', documentId: string, populate: string[]): Promise<Row | null> =>
    strapi.db.query(`api::${type}.${type}` as never).findOne({ where: { documentId, publishedAt: { $notNull: true } }, populate });

  return {
    findConsultation: remember(async (id): Promise<ConsultationTarget | undefined> => {
      const row = await find('consultation', id, ['agency']);
      return row ? { ...targetOf(row), acceptsOnline: row.acceptsOnline !== false } : undefined;
    }),
    findSurvey: remember(async (id): Promise<SurveyTarget | undefined> => {
      const row = await find('survey', id, ['agency', 'questions']);
      return row ? { ...targetOf(row), questions: formQuestions(row.questions ?? []) } : undefined;
    }),
  };
}

function targetOf({ documentId, title, path, agency, opensOn, closesOn }: Row) {
  return {
    id: documentId as string,
    title: title as string,
    path: (path ?? undefined) as string | undefined,
    agency: agency ? { id: agency.documentId as string, title: agency.title as string } : undefined,
    opensOn: opensOn as string,
    closesOn: closesOn as string,
  };
}

/** Few documents are open at a time; a stranger's made-up ids must not fill the memory. */
function remember<T>(load: (id: string) => Promise<T>, most = 1000): (id: string) => Promise<T> {
  const kept = new Map<string, { at: number; value: Promise<T> }>();
  return (id) => {
    const found = kept.get(id);
    if (found && Date.now() - found.at < REMEMBERED) return found.value;
    const value = load(id);
    kept.delete(id);
    kept.set(id, { at: Date.now(), value });
    value.catch(() => kept.delete(id));
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return value;
  };
}
