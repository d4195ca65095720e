import { FORM_FILE, publishedForm, type PublishedForm } from '@mingchuang/content';
import type { Logger } from 'pino';

import type { Answer, Visit } from '../pages/answer.ts';
import type { View } from '../pages/draw-page.ts';
import type { Objects } from '../serve/objects.ts';
import { createSurveyAnswering } from './answer-survey.ts';
import { closedAnswer, isOpen } from './period.ts';
import type { FormOptions } from './take-form.ts';
import { createOpinionWriting } from './write-opinion.ts';

export interface PageForms {
  /** Whether the page at an address has a form that is sent to it. */
  has(view: Pick<View, 'path' | 'site'>): boolean;
  take(visit: Visit): Promise<Answer>;
}

/** Takes the forms that are part of published pages: what they ask stands in the release beside them. */
export function createPageForms(options: FormOptions & { objects: Objects; log: Logger }): PageForms {
  const { objects, log } = options;
  const writeOpinion = createOpinionWriting(options);
  const answerSurvey = createSurveyAnswering(options);

  const routeOf = ({ path, site }: Pick<View, 'path' | 'site'>) => {
    const route = path.endsWith('/') ? site?.release.routes.get(path + FORM_FILE) : undefined;
    return route?.status === 200 ? route : undefined;
  };
  const read = async (view: View): Promise<PublishedForm | undefined> => {
    try {
      return publishedForm.parse(JSON.parse((await objects.read(routeOf(view)!.hash)).toString('utf8')));
    } catch (error) {
      log.error({ err: error, path: view.path }, 'form of a page cannot be used');
      return undefined;
    }
  };

  return {
    has: (view) => routeOf(view) !== undefined,
    async take(visit) {
      const form = await read(visit.view);
      if (!form) return { kind: 'missing' };
      if (!isOpen(form, visit.view.now)) return closedAnswer(form);
      return form.kind === 'opinion' ? writeOpinion(visit, form) : answerSurvey(visit, form);
    },
  };
}
