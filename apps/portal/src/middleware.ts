import { defineMiddleware } from 'astro:middleware';

import { makeRelative } from './links/relative.ts';

/** Makes the links of every page relative, in the static build and in the renderer alike. */
export const onRequest = defineMiddleware(async ({ locals, props }, next) => {
  const response = await next().catch((cause: unknown) => {
    locals.failure = cause;
    throw cause;
  });
  const drawable = locals.drawable ?? props.drawable;
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!drawable || !isPage || response.status !== 200) return response;
  return new Response(makeRelative(await response.text(), drawable.path), { headers: response.headers });
});
