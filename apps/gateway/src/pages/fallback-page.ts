import { MODE_MARKER } from '@mingchuang/content';

import { t } from '../strings/text.ts';

export interface Notice {
  status: number;
  title: string;
  message: string;
  links: { label: string; url: string }[];
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);

/**
 * A page that needs nothing else: shown before the first release, and when the portal's templates cannot be used. It
 * has no styles, since the security policy allows none inside a page.
 */
export function fallbackPage({ title, message, links }: Notice): string {
  const list = links.map(({ label, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></li>`).join('');
  return `<!doctype html>
<html lang="zh-Hans" ${MODE_MARKER}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(message)}</p>
<ul>${list || `<li><a href="/">${t('link.home')}</a></li>`}</ul>
</main>
</body>
</html>
`;
}
