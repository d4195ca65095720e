import { contentSecurityPolicy, PATHS, SEARCH_PAGES, SHARED_FILES, WORKERS, type Route } from '@mingchuang/content';

import type { FileRules } from './file-rules.ts';
import { findFinalTarget } from './final-target.ts';

/** A string of nginx's configuration: a release is signed, yet nothing in it may end a quotation or name a variable. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** A value of a `map`, in which `$` would name a variable; an address can say the same without it. */
const quoteValue = (location: string) => quote(location.replaceAll('$', '%24'));


/**
 * What is included in nginx's `http { }`: redirects, withdrawn addresses and the headers of each kind of answer.
 *
 * nginx's maps do not tell capitals from small letters. Of addresses that differ in nothing else the one in small
 * letters counts; to the others the gateway would redirect anyway.
 *
 * @param sisters Domains of the sister sites, which the search may ask.
 */
export function buildHttpBlock(routes: ReadonlyMap<string, Route>, rules: FileRules, sisters: readonly string[] = []): string {
  const moved = redirectsOf(routes);
  const gone = withoutTwins([...routes].filter(([, { status }]) => status === 410).flatMap(([path]) => [path, elderly(path)]).map((path) => [path, '1']));
  const lasting = new Map([...rules.otherLasting].map(([path, lasts]) => [path, lasts ? FOREVER : REVALIDATE]));
  const policies = { own: quote(contentSecurityPolicy()), search: quote(contentSecurityPolicy({ connect: sisters })) };
  const longest = Math.max(0, ...[...moved.keys(), ...gone.keys(), ...lasting.keys()].map((key) => Buffer.byteLength(key)));
  const size = 2048 + 2 * (moved.size + gone.size + lasting.size);
  return `# 由 npm run publish -- export 生成，请勿手工修改。放在 nginx 的 http { } 里。
map_hash_bucket_size ${powerOfTwo(Math.max(128, longest + 64))};
map_hash_max_size ${powerOfTwo(size)};

map $uri $mc_moved {
${entries(moved, quoteValue)}}

map $uri $mc_gone {
${entries(gone, quote)}}

map $uri $mc_lasting {
    default ${quote(REVALIDATE)};
    ${inBothModes(WORKERS)} ${quote(REVALIDATE)};
${rules.lastingFolders.map((folder) => `    ${quote(`~^${escapePattern(folder)}`)} ${quote(FOREVER)};\n`).join('')}${entries(lasting, quote)}}

map $status $mc_cache {
    default $mc_lasting;
    301 "public, max-age=300";
    405 "no-store";
}

map $uri $mc_standard {
    default $uri;
    "~^/elder(?<mc_rest>/.*)$" $mc_rest;
}

map $uri $mc_missing {
    default "/${NOT_FOUND.standard}";
    "~^/elder/" "/${NOT_FOUND.elderly}";
}

map $request_method $mc_asks_gateway {
    default 1;
    GET "";
    HEAD "";
}

map "$sent_http_content_type $uri" $mc_csp {
    default "";
    ${typed('text/html[^/]*', pageFiles(SEARCH_PAGES))} ${policies.search};
    ${typed('.*', WORKERS)} ${policies.search};
    "~^(text/html|image/svg\\+xml|application/xml|text/xml|application/(rss|atom|xhtml)\\+xml)" ${policies.own};
    "~ (/elder)?${escapePattern(PATHS.worker)}$" ${policies.own};
}

map $uri $mc_shared {
    default "";
    ${inBothModes(SHARED_FILES)} "*";
}

map $sent_http_content_type $mc_opener {
    default "";
    "~^text/html" "same-origin";
}

map $sent_http_content_type $mc_permissions {
    default "";
    "~^text/html" "camera=(), geolocation=(), microphone=(self), payment=(), usb=()";
}

map $request_uri $mc_resource {
    default "same-origin";
    "~^(/elder)?${PATHS.media}" "cross-origin";
}

map $scheme $mc_transport {
    default "";
    https "max-age=31536000";
}
`;
}

const REVALIDATE = 'no-cache';
const FOREVER = 'public, max-age=31536000, immutable';

/** The page shown where nothing is, as files of the tree. */
export const NOT_FOUND = { standard: '_routes/404.html', elderly: '_routes/404-elder.html' } as const;

function redirectsOf(routes: ReadonlyMap<string, Route>): Map<string, string> {
  const moved: [string, string][] = [];
  for (const [path, route] of routes) {
    if (route.status !== 301) continue;
    const target = findFinalTarget(routes, path, route.location);
    if (target) moved.push([path, target.standard], [elderly(path), target.elderly]);
  }
  return withoutTwins(moved);
}

function withoutTwins(list: readonly [string, string][]): Map<string, string> {
  const chosen = new Map<string, [string, string]>();
  for (const [path, value] of list) {
    const key = path.toLowerCase();
    if (!chosen.has(key) || path === key) chosen.set(key, [path, value]);
  }
  return new Map(chosen.values());
}

function elderly(path: string): string {
  return PATHS.elderly + path.slice(1);
}

function entries(map: ReadonlyMap<string, string>, write: (value: string) => string): string {
  return [...map].map(([path, value]) => `    ${quote(path)} ${write(value)};\n`).join('');
}

/** A pattern of addresses that is matched in both modes. */
function inBothModes({ source }: RegExp): string {
  return quote(`~^(?:/elder)?(?:${source.replace(/^\^/, '')})`);
}

/** The same behind a type. */
function typed(type: string, { source }: RegExp): string {
  return quote(`~^${type} (?:/elder)?(?:${source.replace(/^\^/, '')})`);
}

/** Pages by the name of their file: what was asked for has become that by then. */
function pageFiles({ source }: RegExp): RegExp {
  return new RegExp(source.replace(/\$$/, '(?:index\\.html)?$'));
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
