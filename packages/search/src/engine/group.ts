import type { SearchWords } from '@mingchuang/content';
import { sisterHost } from '@mingchuang/content/sister-host';

import { openLibrary, type Library } from './library.ts';
import { loadWords } from './load-json.ts';
import type { PagefindRuntime } from './pagefind.ts';
import type { IndexPlace } from './protocol.ts';
import { openRules } from './rules.ts';
import { searchLibrary, type Search } from './search-library.ts';

/** A site with what its editors rule. */
interface OpenSite {
  library: Library;
  words: SearchWords | undefined;
}

/** A sister site has so long for each thing it is asked (milliseconds): the visitor waits, and has results of this site already. */
const PATIENCE = 5000;

/** A sister site did not answer, or not with an index this page can read. */
class Silence extends Error {
  constructor(
    readonly host: string,
    cause: unknown,
  ) {
    super(`${host} did not answer`, { cause });
  }
}

/**
 * Searches several sites as one: their shards together are a library, so that rarity, order and facets are those of all.
 * Loaded apart, by those only who search the sister sites too.
 *
 * A sister that does not answer is left out and named in the answer; it is asked again when a request says so.
 *
 * @param hosts Of the sisters.
 */
export function searchGroup(
  own: OpenSite & { search: Search },
  hosts: readonly string[],
  { pagefind, today }: { pagefind: Promise<PagefindRuntime>; today: string },
): Search {
  const sisters = hosts.map((host) => placeOf(host, own.library.place));
  const silent = new Set<string>();
  const opened = new Map<string, Promise<OpenSite>>();
  let together: { of: string; search: Search } | undefined;

  const open = async (place: IndexPlace): Promise<OpenSite> => {
    const [library, words] = await heard(place, Promise.all([openLibrary(place, pagefind), loadWords(place.words)]));
    return { library: guarded(library), words };
  };

  async function searchAnswering(): Promise<Search> {
    const asked = sisters.filter((place) => !silent.has(hostOf(place)));
    const sites = await Promise.all(
      asked.map((place) => {
        const site = opened.get(hostOf(place)) ?? open(place);
        opened.set(hostOf(place), site);
        return site;
      }),
    );
    const of = asked.map(hostOf).join(' ');
    if (together?.of !== of) {
      const rules = openRules(joinWords(own, sites), today);
      together = { of, search: searchLibrary(joinLibraries(own.library, sites.map(({ library }) => library)), rules, today) };
    }
    return together.search;
  }

  return async (request, onProgress) => {
    if (request.again) {
      for (const host of silent) opened.delete(host);
      silent.clear();
    }
    let isFirst = !opened.size;
    for (;;) {
      try {
        const answering = searchAnswering();
        answering.catch(() => undefined);
        if (isFirst && onProgress) {
          isFirst = false;
          const partial = await own.search(request);
          onProgress({ tier: 0, tiers: 1, total: partial.total, partial, own: true });
        }
        const answer = await (await answering)(request, onProgress);
        return { ...answer, silent: [...silent] };
      } catch (error) {
        if (!(error instanceof Silence)) throw error;
        silent.add(error.host);
      }
    }
  };
}

/** Where a sister's index is: as this site's, at its own host. */
function placeOf(host: string, { base, shown, words = '', site }: IndexPlace): IndexPlace {
  const here = new URL(base).host;
  const there = (address: string) => address.replace(here, sisterHost(host, here));
  return { base: there(base), shown: there(shown), words: there(words), site: { host, root: there(site?.root ?? '') } };
}

const hostOf = ({ site }: IndexPlace): string => site?.host ?? '';

/** What a sister is asked for. @throws {Silence} When it fails, or takes too long. */
async function heard<T>(place: IndexPlace, asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('too late')), PATIENCE)));
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    throw new Silence(hostOf(place), error);
  } finally {
    clearTimeout(timer);
  }
}

/** A library of a sister site: whatever of it fails says whose it is. */
const guarded = (library: Library): Library => ({
  ...library,
  async open(tier, name) {
    const { shards, rows, whole } = await heard(library.place, library.open(tier, name));
    return { rows, whole, shards: shards.map((shard) => ({ find: (run) => heard(library.place, shard.find(run)) })) };
  },
  text: (row, segment) => heard(library.place, library.text(row, segment)),
});

/** Several libraries as one: each of its tiers is that tier of all. */
function joinLibraries(own: Library, sisters: readonly Library[]): Library {
  const all = [own, ...sisters];
  const sum = (parts: readonly { rows: number }[]) => parts.reduce((total, { rows }) => total + rows, 0);
  return {
    place: own.place,
    tiers: Math.max(...all.map(({ tiers }) => tiers)),
    rows: sum(all),
    async open(tier, name) {
      const parts = await Promise.all(all.map((library) => library.open(tier, name)));
      return { shards: parts.flatMap(({ shards }) => shards), rows: sum(parts), whole: parts.reduce((total, { whole }) => total + whole, 0) };
    },
    vocabularies: async () => (await Promise.all(all.map((library) => library.vocabularies()))).flat(),
    text: (row, segment) => all.find(({ place }) => place === row.place)!.text(row, segment),
  };
}

/**
 * What words mean holds for all, whoever has said it. What stands first is for the site that is searched from to say;
 * what stands last, for the site whose page it is.
 */
function joinWords({ words }: OpenSite, sisters: readonly OpenSite[]): SearchWords | undefined {
  const all = [words, ...sisters.map((sister) => sister.words)];
  const joined = <Rule>(pick: (one: SearchWords) => readonly Rule[]) => all.flatMap((one) => (one ? pick(one) : []));
  return {
    hot: [],
    best: words?.best ?? [],
    worst: [...(words?.worst ?? []), ...sisters.flatMap(({ library, words: theirs }) => (theirs?.worst ?? []).map((bet) => ({ ...bet, url: `https://${hostOf(library.place)}${bet.url}` })))],
    same: joined(({ same }) => same),
    also: joined(({ also }) => also),
    keep: joined(({ keep }) => keep),
  };
}
