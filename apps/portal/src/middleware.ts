import { defineMiddleware } from 'astro:middleware';

import { makeRelative } from './links/relative.ts';
import { westernise } from './strings/english-punctuation.ts';
import { inLocale, localeOf } from './strings/locale.ts';

/** Draws every page in its language and makes its links relative, in the static build and in the renderer alike. */
export const onRequest = defineMiddleware(({ locals, props }, next) => {
  const drawable = locals.drawable ?? props.drawable;
  const locale = localeOf(drawable?.path ?? '');
  return inLocale(locale, async () => {
    const response = await next().catch((cause: unknown) => {
      locals.failure = cause;
      throw cause;
    });
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    if (!drawable || !isPage || response.status !== 200) return response;
    const html = makeRelative(await response.text(), drawable.path);
    return new Response(locale === 'en' ? westernise(html) : html, { headers: response.headers });
  });
});
