import { exampleAlert, exampleSearchRule } from '@mingchuang/content/examples';

import type { EntryLine } from '../../feed/prepare-entry.ts';
import { gone } from '../small-site.ts';
import { instant, type Edit } from './edit.ts';

/** What happens to columns, agencies, the site, and to what belongs to no column. */
export const CITY_EDITS = {
  renameColumn: (city, { one, other, text }) => city.change(one(city.ofType('column')), { [other(['title', 'description'])]: text }),
  reorderColumns: (city, { one, other }) => city.change(one(city.ofType('column')), { order: other([0, 1, 5, 99]) }),
  removeColumn: (city, { one }) => city.send(gone(one(city.ofType('column').filter(({ data }) => data.parent)))),
  changeAgency(city, { one, other, text }) {
    city.change(one(city.ofType('agency')), other([{ title: text }, { phone: '0000-660 9999' }, { order: 9 }, { summary: text }]));
  },
  changeSite(city, { one, text }) {
    for (const site of city.ofType('site')) city.change(site, one([{ phone: '0000-660 8888' }, { hotQueries: text }, { question: text }]));
  },
  announce(city, { one, other, text }) {
    const line = { kind: 'entry', ...exampleAlert, documentId: `alert-${one(['cold', 'wind'])}` } as unknown as EntryLine;
    city.change(line, { message: text, startsAt: instant(city, other([-30, -1, 3, 30])), endsAt: instant(city, 31 + other([0, 2, 90])) });
  },
  calm: (city, { one }) => city.ofType('alert').length > 0 && city.send(gone(one(city.ofType('alert')))),
  redirect(city, { one, other }) {
    const [model] = city.ofType('redirect');
    if (!model) return;
    city.change({ ...model, documentId: other(['redirect-1', 'redirect-2']) }, { from: other(['/old.html', '/old.html', '/older.html']), to: one(city.dated()).data.path });
  },
  ruleSearch(city, { one, other, text }) {
    const line = { kind: 'entry', ...exampleSearchRule, documentId: `search-rule-${one(['a', 'b'])}` } as unknown as EntryLine;
    city.change(line, { kind: other(['same', 'best', 'hot', 'keep']), words: `${text}\n供暖`, until: other(['2026-12-01', '2027-03-15']), target: one(city.dated()).data.path });
  },
} satisfies Record<string, Edit>;
