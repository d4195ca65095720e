/** Addresses the platform itself gives out; columns must not take them. Site content lives everywhere else. */
export const PATHS = {
  home: '/',
  search: '/search/',
  searchIndex: '/search/index/',
  /** What editors rule about searching: `SearchWords`. */
  searchWords: '/search/words.json',
  /** Where the engine on the server is asked, for groups that have one. */
  searchAnswer: '/search/answer/',
  /** What search boxes suggest while somebody types. */
  suggestions: '/search/suggestions.json',
  /** Questions answered from what is published. */
  ask: '/ask/',
  writeLetter: '/letters/write/',
  trackCase: '/letters/track/',
  siteMap: '/site-map/',
  styleGuide: '/styleguide/',
  accessibility: '/accessibility/',
  statement: '/accessibility/statement/',
  /** What the device keeps, and what is shown where there is no network. */
  offline: '/offline/',
  /** Makes a device a kiosk. */
  kiosk: '/kiosk/',
  manifest: '/site.webmanifest',
  /** The service worker; only from the root may it see every page. */
  worker: '/worker.js',
  externalLink: '/link/',
  elderly: '/elder/',
  traditional: '/hant/',
  english: '/en/',
  notFound: '/404/',
  alerts: '/alerts.json',
  frame: '/frame.json',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  /** Every address outside government that the release links to: the notice page accepts no other. */
  externalLinks: '/external-links.json',
  media: '/media/',
  agencies: '/jigou/',
} as const;

/** First path segments that belong to the platform. */
export const RESERVED_SEGMENTS = ['search', 'ask', 'letters', 'site-map', 'styleguide', 'accessibility', 'offline', 'kiosk', 'link', 'elder', 'hant', 'en', '404', 'media', '_astro', 'api', 'preview', 'healthz', 'readyz', 'metrics'] as const;

/** Public address of a file: `/media/<hash>/<name>`. @throws {Error} When the file has not been fetched yet. */
export function mediaPath(file: { hash?: string | undefined; name: string }): string {
  if (!file.hash) throw new Error(`File ${file.name} has no hash: it was not fetched`);
  return `${PATHS.media}${file.hash}/${file.name}`;
}
