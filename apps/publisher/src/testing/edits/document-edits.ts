import { filesOf, type AnyEntry } from '@mingchuang/content';

import { gone } from '../small-site.ts';
import { day, instant, refTo, type Edit } from './edit.ts';

const TEXTS = ['title', 'summary', 'subtitle', 'source', 'body'] as const;

/** What happens to one document. */
export const DOCUMENT_EDITS = {
  create(city, { one, other, text }) {
    const id = `new-${city.next()}`;
    const model = one(city.ofType('article', 'policy-document', 'interpretation', 'public-notice'));
    city.change({ ...model, documentId: id }, { title: text, path: `/zixun/yaowen/202611/${id}/`, publishedOn: day(city, other([0, -1, -40, -400, 2])) });
  },
  reword(city, { one, other, text }) {
    const line = one(city.dated());
    const field = other(TEXTS.filter((name) => typeof line.data[name] === 'string'));
    city.change(line, { [field]: field === 'body' ? `${line.data.body as string}<p>${text}</p>` : text });
  },
  link(city, { one, other, text }) {
    const to = other(city.dated());
    city.change(one(city.ofType('article')), { body: `<p><a href="entry:${to.type}/${to.documentId}">${text}</a></p>` });
  },
  remove: (city, { one }) => city.send(gone(one(city.dated()))),
  withdraw(city, { one, text }) {
    const line = one(city.dated());
    const { path, title } = line.data as { path: string; title: string };
    city.withdrawn.push(line);
    city.send(gone(line), { kind: 'address', path, state: 'withdrawn', title, reason: text, at: instant(city, 0) });
  },
  bringBack(city, { one }) {
    if (city.withdrawn.length === 0) return;
    const line = one(city.withdrawn);
    city.send({ kind: 'unaddress', path: line.data.path as string });
    city.change(line, {});
  },
  move(city, { one, other }) {
    const line = one(city.ofType('article'));
    const column = other(city.ofType('column').filter(({ data }) => data.kind === 'articles'));
    const path = `${column.data.path as string}202611/${line.documentId}-${city.next()}/`;
    city.send({ kind: 'address', path: line.data.path as string, state: 'moved', to: path, at: instant(city, 0) });
    city.change(line, { column: refTo(column), path });
  },
  redate: (city, { one, other }) => city.change(one(city.dated()), { publishedOn: day(city, other([1, 0, -3, -30, -365, -3650])) }),
  giveToAgency(city, { one, other }) {
    city.change(one(city.dated().filter(({ data }) => data.agency)), { agency: refTo(other(city.ofType('agency'))) });
  },
  claimAddress: (city, { one, other }) => city.change(one(city.ofType('article')), { path: other(city.dated()).data.path }),
  openAndClose(city, { one, other }) {
    city.change(one(city.ofType('consultation', 'survey')), { opensOn: day(city, other([-9, 0, 1, 2])), closesOn: day(city, other([3, 30, 4])) });
  },
  takeOffLine: (city, { one, other }) => city.change(one(city.ofType('public-notice')), { expiresOn: day(city, other([-1, 0, 1, 2])) }),
  replaceMedia(city, { one, other }) {
    const file = one([...city.entries.values()].flatMap((line) => filesOf(line as unknown as AnyEntry)));
    city.media.set(file.id, other(city.pictures));
    const version = `${file.id}-${city.next()}`;
    for (const line of [...city.entries.values()]) {
      const copy = structuredClone(line);
      const shown = filesOf(copy as unknown as AnyEntry).filter(({ id }) => id === file.id);
      shown.forEach((one) => (one.version = version));
      if (shown.length > 0) city.change(copy, {});
    }
  },
} satisfies Record<string, Edit>;
