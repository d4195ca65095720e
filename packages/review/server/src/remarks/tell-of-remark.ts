import type { Core } from '@strapi/strapi';

import type { Notices } from '../notices/tell.ts';
import type { ReachedDocument } from './reach-document.ts';
import type { RemarkStore } from './remarks.ts';

interface Said {
  text: string;
  parent?: number | undefined;
  /** Ids. */
  mentions: readonly number[];
  author: { id: number; name: string };
}

/** Most of a remark that is read in a notice, characters. */
const SHOWN = 80;

/** Tells those who are mentioned, and whoever is answered, in the open transaction. Nobody hears of their own remark. */
export async function tellOfRemark(strapi: Core.Strapi, { identity, title }: ReachedDocument, { text, parent, mentions, author }: Said): Promise<void> {
  const notices = strapi.plugin('review').service('notices') as unknown as Notices;
  const store = strapi.plugin('review').service('remarks') as unknown as RemarkStore;
  const thread = parent === undefined ? undefined : (await store.list(identity)).find(({ id }) => id === parent);
  const mentioned = mentions.filter((id) => id !== author.id);
  const taking = [thread?.author.id, ...(thread?.answers ?? []).map(({ author: { id } }) => id)];
  const answered = [...new Set(taking)].filter((id): id is number => id !== undefined && id !== author.id && !mentioned.includes(id));

  const said = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const document = { ...identity, title };
  if (mentioned.length > 0) await notices.tell({ kind: 'mention', to: mentioned, document, text: `${author.name} 在《${title}》里提到您：${said}` });
  if (answered.length > 0) await notices.tell({ kind: 'answer', to: answered, document, text: `${author.name} 回复了《${title}》的备注：${said}` });
}
