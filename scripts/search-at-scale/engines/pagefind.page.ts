import type { Ask } from '../engine.ts';

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string; meta: { title: string } }> }[] }>;
}
const loading = import(/* @vite-ignore */ new URL('/index/pagefind.js', location.href).href) as Promise<Pagefind>;

const ask: Ask = async ({ query, most }) => {
  const pagefind = await loading;
  const { results } = await pagefind.search(query);
  const data = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return { results: data.map(({ url, meta }) => ({ url, title: meta.title })) };
};
Object.assign(globalThis, { ask });
