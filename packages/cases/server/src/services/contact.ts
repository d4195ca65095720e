import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { sees, type Actor } from '../domain/actor.ts';
import { findCase } from '../store/case-store.ts';
import { inTransaction } from '../store/connection.ts';
import { openPersonal, type Engine } from './engine.ts';

/** The citizen's name and number, for who has to call them. */
export interface Contact {
  /** Shows them and writes down who looked, or does neither. */
  reveal(number: string, actor: Actor, at?: string): Promise<{ name?: string; phone?: string }>;
}

export function createContact({ db, sealing, now }: Engine): Contact {
  return {
    reveal: (number, actor, at = now().toISOString()) =>
      inTransaction(db, async (knex) => {
        const row = await findCase(knex, number);
        if (!row || !sees(actor, row)) throw new errors.NotFoundError(t('refused.notFound'));
        if (!actor.rights.has('contact')) throw new errors.ForbiddenError(t('refused.right'));
        await knex('case_access').insert({ case_id: row.id, number, actor_id: actor.id, actor_name: actor.name, at });
        return openPersonal(sealing(), row);
      }),
  };
}
