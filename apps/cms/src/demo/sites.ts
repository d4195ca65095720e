import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DOCUMENT_KINDS, type DemoCity, type DemoDocument } from './city';

/** A further site of the city: a frame and articles of its own; pictures are those of the city. */
export type DemoSite = Pick<DemoCity, 'site' | 'columns' | 'agencies' | 'documents' | 'alerts' | 'redirects' | 'searchRules'>;

const NO_DOCUMENTS = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, [] as DemoDocument[]])) as DemoCity['documents'];

/** Reads the further sites of the demo city, each in a folder of its own. @param folder The folder `demo` of this app. */
export function readSites(folder: string): DemoSite[] {
  const all = join(folder, 'sites');
  return readdirSync(all)
    .sort()
    .map((name): DemoSite => {
      const json = <T>(file: string) => JSON.parse(readFileSync(join(all, name, `${file}.json`), 'utf8')) as T;
      const bodyOf = (key: string) => readFileSync(join(all, name, 'articles', `${key}.html`), 'utf8');
      const article = json<DemoDocument[]>('articles').map((document) => ({ ...document, body: bodyOf(document.key) }));
      return { site: json('site'), columns: json('columns'), agencies: json('agencies'), documents: { ...NO_DOCUMENTS, article }, alerts: [], redirects: [], searchRules: [] };
    });
}
