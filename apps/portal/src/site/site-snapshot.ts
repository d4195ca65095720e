import { siteOf, type Address, type AnyEntry, type Snapshot, type TypeName } from '@mingchuang/content';

/**
 * What is published, as one site sees it. Lists hold what is its own or belongs to no site, and articles of other sites
 * that its columns show too; a reference to a document of another site leads to that site's domain.
 *
 * @param site documentId of the site.
 */
export function siteSnapshot(snapshot: Snapshot, site: string | undefined): Snapshot {
  const sites = new Set(snapshot.all('site').map(({ documentId }) => documentId));
  if (site === undefined || sites.size < 2) return snapshot;

  const isOfSite = (column: { documentId: string }) => snapshot.find('column', column.documentId)?.data.site.documentId === site;
  const isShownToo = (entry: AnyEntry) => entry.type === 'article' && entry.data.alsoIn.some(isOfSite);
  const see = (entry: AnyEntry): AnyEntry | undefined => {
    const owner = siteOf(snapshot, entry);
    return owner === undefined || owner === site ? entry : movedTo(entry, snapshot.find('site', owner)?.data.domain);
  };
  const roots = snapshot.all('column').filter(({ data }) => data.site.documentId !== site && !data.parent && data.path);
  const own = new Set(snapshot.all('column').filter(({ data }) => data.site.documentId === site).map(({ data }) => data.path));
  const others = new Set(roots.map(({ data }) => data.path!).filter((path) => !own.has(path)));

  return {
    get epoch() {
      return snapshot.epoch;
    },
    get sequence() {
      return snapshot.sequence;
    },
    all: <T extends TypeName>(type: T) =>
      (snapshot.all(type) as unknown as readonly AnyEntry[]).flatMap((entry) => {
        const seen = see(entry);
        return seen && (seen === entry || isShownToo(entry)) ? [seen] : [];
      }) as never,
    find: (type, documentId, locale) => {
      const entry = snapshot.find(type, documentId, locale) as AnyEntry | undefined;
      return entry && (see(entry) as never);
    },
    // Given before sites had addresses of their own, when paths of columns were unique over all: what begins with another's is another's.
    addresses: () =>
      snapshot
        .addresses()
        .filter((address) => (address.site === undefined ? !others.has(rootOf(address.path)) : address.site === site))
        .flatMap((address) => leadAcross(address, snapshot, site)),
  };
}

/** `/xinwen/` of `/xinwen/202611/a/`, and `/en/xinwen/` of `/en/xinwen/202611/a/`. */
const rootOf = (path: string) => /^\/(?:en\/)?[^/]*\/?/.exec(path)![0];

/** An address that leads to another site, complete; nothing while that is not published. */
function leadAcross(address: Address, snapshot: Snapshot, site: string): Address[] {
  const { to, toSite } = address;
  if (to === undefined || toSite === undefined || toSite === site) return [address];
  const domain = snapshot.find('site', toSite)?.data.domain;
  return domain === undefined ? [] : [{ ...address, to: `https://${domain}${to}` }];
}

const moved = new WeakMap<AnyEntry, { domain: string; entry: AnyEntry }>();

/** An entry whose address is complete; its pictures are files of its own site. Pages and cards are kept by the identity of an entry: the same one comes back each time. */
function movedTo(entry: AnyEntry, domain: string | undefined): AnyEntry | undefined {
  const { path } = entry.data as { path?: string };
  if (domain === undefined) return undefined;
  if (path === undefined) return entry;
  const known = moved.get(entry);
  if (known?.domain === domain) return known.entry;
  const copy = { ...entry, version: `${entry.version}@${domain}`, data: { ...entry.data, path: `https://${domain}${path}`, portrait: undefined, banner: undefined } } as unknown as AnyEntry;
  moved.set(entry, { domain, entry: copy });
  return copy;
}
