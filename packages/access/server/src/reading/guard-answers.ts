import type { Core } from '@strapi/strapi';

import type { Ability } from '../writer.ts';
import { pruneRelations, schemasOf } from './prune-relations.ts';
import { refusePrying } from './refuse-prying.ts';
import { createTargets, type Targets } from './shown-targets.ts';

type Query = Record<string, unknown>;
type Sanitized = ((query: Query, action?: object) => Promise<Query>) & Record<string, (query: Query) => Promise<Query>>;

/** The content manager's checker of rights, as far as it is used here. */
export interface Checker {
  can: { read(document?: unknown, field?: string): boolean };
  requiresEntity: { read(): boolean };
  sanitizeOutput(data: unknown, options?: object): Promise<unknown>;
  sanitizedQuery: Sanitized;
}
interface Checkers {
  create(of: { userAbility: Ability; model: string }): Checker;
}

/** Answers the content manager's service of rights. */
export const checkersOf = (strapi: Core.Strapi) => strapi.plugin('content-manager').service('permission-checker') as unknown as Checkers;

/** What the holder of these rights may be shown of documents that others point to. */
export function targetsFor(strapi: Core.Strapi, userAbility: Ability): Targets {
  const checkers = new Map<string, Checker>();
  return createTargets(strapi, (uid, version) => {
    const checker = checkers.get(uid) ?? checkersOf(strapi).create({ userAbility, model: uid });
    checkers.set(uid, checker);
    return checker.can.read(version);
  });
}

/**
 * Puts two rules into the checker that every route of the content manager, and our own, ask: an answer shows of related
 * documents their title and path only, and no query looks into them.
 */
export function guardAnswers(strapi: Core.Strapi): void {
  const checkers = checkersOf(strapi);
  const { create } = checkers;
  const getSchema = schemasOf(strapi);

  checkers.create = ({ userAbility, model }) => {
    const checker = create({ userAbility, model });
    const schema = getSchema(model);
    if (!model.startsWith('api::') || !schema) return checker;
    const targets = () => targetsFor(strapi, userAbility);
    const watch = <T>(query: Query, ask: (query: Query) => T): T => {
      refusePrying(query, schema as never, getSchema as never);
      return ask(query);
    };
    const sanitizedQuery = ((query, action) => watch(query, (asked) => checker.sanitizedQuery(asked, action))) as Sanitized;
    for (const [verb, ask] of Object.entries(checker.sanitizedQuery)) sanitizedQuery[verb] = async (query) => watch(query, ask);

    return {
      ...checker,
      sanitizedQuery,
      async sanitizeOutput(data, options) {
        const answer = await checker.sanitizeOutput(data, options);
        const prune = (row: unknown) => (typeof row === 'object' && row !== null ? pruneRelations(row as never, schema, getSchema, (uid, target) => targets().show(uid, target)) : row);
        return Array.isArray(answer) ? Promise.all(answer.map(prune)) : prune(answer);
      },
    };
  };
}
