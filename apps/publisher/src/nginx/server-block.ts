import { joinMode, PATHS, PREVIEW_ROOT } from '@mingchuang/content';

import type { FileRules } from './file-rules.ts';
import { quote } from './http-block.ts';

/** Headers that protect the visitor: the gateway's own, by the maps of the `http` block. */
const HEADERS = [
  ['Access-Control-Allow-Origin', '$mc_shared'],
  ['Cache-Control', '$mc_cache'],
  ['Content-Security-Policy', '$mc_csp'],
  ['Cross-Origin-Opener-Policy', '$mc_opener'],
  ['Cross-Origin-Resource-Policy', '$mc_resource'],
  ['Permissions-Policy', '$mc_permissions'],
  ['Referrer-Policy', '"strict-origin-when-cross-origin"'],
  ['Strict-Transport-Security', '$mc_transport'],
  ['X-Content-Type-Options', '"nosniff"'],
] as const;

/** An address in both of its modes. */
const inModes = (path: string) => [path, joinMode(path, { elderly: true, traditional: false })];
/** Whatever is drawn for one visitor, and what is converted on its way out. */
const PROXIED = ['/letters/', PATHS.externalLink, PATHS.traditional].flatMap(inModes);

const PROXY = `    proxy_pass http://mingchuang_gateway;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    # 只写来访者自己的地址，不接着别人送来的写，免得有人冒充。
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    # 网关自己给出全部响应头：这一行什么也不发，只让上面的 add_header 在这里不再起作用。
    add_header X-Content-Type-Options "";
`;

/**
 * What is included in a `server { }` whose `root` is the tree. Everything of the release is served from its files;
 * forms, receipts, the notice of outside links, previews, 繁體 and the alerts are asked of the upstream `mingchuang_gateway`.
 */
export function buildServerBlock(rules: FileRules): string {
  return `# 由 npm run publish -- export 生成，请勿手工修改。放在 root 指向这个文件夹的 server { } 里。
server_tokens off;
absolute_redirect off;
client_max_body_size 64k;
gzip_static on;
gzip_vary on;
etag on;
types {
    "text/html; charset=utf-8" html;
${[...extensionsByType(rules.types)].map(([type, extensions]) => `    ${quote(type)} ${extensions.join(' ')};\n`).join('')}}
default_type application/octet-stream;

${HEADERS.map(([name, value]) => `add_header ${name} ${value} always;\n`).join('')}
error_page 404 @missing;
error_page 410 @gone;
error_page 418 = @gateway;

location / {
    if ($mc_asks_gateway) { return 418; }
    if ($mc_moved) { return 301 $mc_moved; }
    if ($mc_gone) { return 410; }
    rewrite ^(.*/)index\\.html?$ $1 permanent;
    try_files \${uri}index.html $uri $mc_standard @tidy;
}

# 少写了末尾斜杠的网址，指给它正确的写法。
location @tidy {
    if (-f $document_root$uri/index.html) { rewrite ^(.*[^/])$ $1/ permanent; }
    return 404;
}

location @gone {
    try_files \${uri}index.html =404;
}

location @missing {
    rewrite ^ $mc_missing break;
}

location ^~ /_routes/ { internal; }
location = ${PATHS.notFound} { return 404; }
location = ${PATHS.elderly}${PATHS.notFound.slice(1)} { return 404; }
${otherTypeLocations(rules)}
# 以下由网关回答。
location @gateway {
${PROXY}}
location = ${PATHS.alerts} {
${PROXY}    proxy_intercept_errors on;
    error_page 502 503 504 = @alerts;
}
location @alerts {
    add_header Cache-Control "no-cache" always;
    add_header X-Content-Type-Options "nosniff" always;
    try_files $uri =404;
}
${PROXIED.map((path) => `location ^~ ${path} {\n${PROXY}}\n`).join('')}# 预览的网址就是看预览的凭据，不写进访问日志；网关自己的日志里没有它。
${inModes(PREVIEW_ROOT).map((path) => `location ^~ ${path} {\n    access_log off;\n${PROXY}}\n`).join('')}`;
}

function extensionsByType(types: ReadonlyMap<string, string>): Map<string, string[]> {
  const extensions = new Map<string, string[]>();
  for (const [extension, type] of [...types].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!/^[\w-]+$/.test(extension) || extension === 'html') continue;
    extensions.set(type, [...(extensions.get(type) ?? []), extension]);
  }
  return extensions;
}

function otherTypeLocations({ otherTypes }: FileRules): string {
  return [...otherTypes]
    .flatMap(([path, type]) => [path, PATHS.elderly + path.slice(1)].map((address) => `location = ${quote(address)} { types { } default_type ${quote(type)}; try_files $mc_standard =404; }\n`))
    .join('');
}
