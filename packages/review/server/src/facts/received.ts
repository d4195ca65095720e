import type { Core } from '@strapi/strapi';

/** What the plugin `cases` knows of what citizens sent in. */
interface Cases {
  opinions: { count(consultation: string): Promise<number> };
  surveys: { countAnswers(survey: string): Promise<number> };
}
const casesOf = (strapi: Core.Strapi) => strapi.plugin('cases').service('cases') as unknown as Cases;

/** How many opinions came in online on a consultation. */
export const countOpinions = (strapi: Core.Strapi, documentId: string): Promise<number> =>
  casesOf(strapi).opinions.count(documentId);

/** How many have answered a survey. */
export const countAnswers = (strapi: Core.Strapi, documentId: string): Promise<number> =>
  casesOf(strapi).surveys.countAnswers(documentId);
