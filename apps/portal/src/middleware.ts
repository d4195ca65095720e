import { defineMiddleware } from 'astro:middleware';

import { finishHtml } from './render/finish-html.ts';
import { inLocale, localeOf } from './strings/locale.ts';

/** Draws every page in its language, in the static build and in the renderer alike. */
export const onRequest = defineMiddleware(({ locals, props }, next) => {
  const drawable = locals.drawable ?? props.drawable;
  return inLocale(localeOf(drawable?.path ?? ''), async () => {
    const response = await next().catch((cause: unknown) => {
      locals.failure = cause;
      throw cause;
    });
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    // The renderer finishes the text itself, and needs no other response to read it from.
    if (locals.drawable || !drawable || !isPage || response.status !== 200) return response;
    return new Response(finishHtml(await response.text(), drawable.path), { headers: response.headers });
  });
});
