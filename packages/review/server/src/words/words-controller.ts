import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import type { Context } from '../remarks/reach-document.ts';
import { mayDo } from '../rights.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import { readWords, wordSchema } from './read-word.ts';
import type { Word } from './word.ts';

const removalSchema = z.strictObject({ wrong: z.string().max(60) });
const importSchema = z.strictObject({ csv: z.string().max(2_000_000, '文件太大，最多 2 MB。') });
/** More rows would take the admin's form too long. */
const MOST = 5000;

interface Audit {
  record(entry: { action: string; subject?: object; before?: object; after?: object }): Promise<void>;
}

/** The page of the dictionary. */
export const wordsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const dictionary = (): Dictionary => createDictionary(strapi);
  const record = (action: string, after: object) => (strapi.plugin('access').service('audit') as unknown as Audit).record({ action, after });
  const answer = async (context: Context) => {
    context.body = { data: { words: await dictionary().list(), mayChange: mayDo(context.state.userAbility, 'words') } };
  };

  return {
    list: answer,
    async put(context: Context) {
      const result = wordSchema.safeParse(context.request.body);
      if (!result.success) throw fieldErrors(result.error);
      const word = result.data as Word & { isOn: boolean };
      await strapi.db.transaction(async () => {
        await dictionary().put([word], context.state.user.id);
        await record('review.word-change', word);
      });
      await answer(context);
    },
    async remove(context: Context) {
      const { wrong } = removalSchema.parse(context.request.body);
      await strapi.db.transaction(async () => {
        if (await dictionary().remove(wrong)) await record('review.word-removal', { wrong });
      });
      await answer(context);
    },
    /** Takes all rows of a table, or none. */
    async import(context: Context) {
      const given = importSchema.safeParse(context.request.body);
      if (!given.success) throw new errors.ValidationError(given.error.issues[0]!.message);
      const { words, bad } = readWords(given.data.csv);
      if (bad.length > 0) throw new errors.ValidationError(`没有导入，请先改好：\n${bad.slice(0, 10).map(({ row, message }) => `第 ${row} 行：${message}`).join('\n')}`);
      if (words.length === 0) throw new errors.ValidationError('表里没有词。第一列写词，第二列写建议。');
      if (words.length > MOST) throw new errors.ValidationError(`一次最多导入 ${MOST} 个词，请分成几个文件。`);
      await strapi.db.transaction(async () => {
        await dictionary().put(words, context.state.user.id);
        await record('review.word-import', { count: words.length });
      });
      await answer(context);
    },
  };
};

function fieldErrors(error: z.ZodError): errors.ValidationError {
  const details = error.issues.map(({ path, message }) => ({ path: path.map(String), message, name: 'ValidationError' }));
  return new errors.ValidationError(details.map(({ message }) => message).join('\n'), { errors: details });
}
