import type { Drawable } from '@mingchuang/content';
import type { APIRoute } from 'astro';

import { drawFile } from '../files/draw-file.ts';

/** Text files of the static build: feeds, site maps, JSON. The renderer draws them without Astro. */
export async function getStaticPaths() {
  const { listFiles } = await import('./static-pages.ts');
  return (await listFiles()).map((drawable) => ({ params: { file: drawable.path.slice(1) }, props: { drawable } }));
}

export const GET: APIRoute = ({ props }) => {
  const file = drawFile((props as { drawable: Drawable }).drawable);
  return file
    ? new Response(file.body, { headers: { 'content-type': file.type } })
    : new Response(null, { status: 404 });
};
