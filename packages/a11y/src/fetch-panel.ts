import type { Panel } from './panel.ts';

let panel: Promise<Panel> | undefined;

/**
 * The panel of this page. It is one part of the page about the tools, which the door leads to: taken from there in the
 * language and mode of the reader, it costs no other page a byte. It stands closed before the head of the page.
 * @throws {Error} When that page cannot be had.
 */
export function fetchPanel(door: HTMLAnchorElement): Promise<Panel> {
  const own = document.querySelector<Panel>('gov-panel');
  if (own) return Promise.resolve(own);
  panel ??= bring(door.href).catch((cause: unknown) => {
    panel = undefined;
    throw cause;
  });
  return panel;
}

async function bring(address: string): Promise<Panel> {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const found = page.querySelector<Panel>('gov-panel');
  if (!found) throw new Error(`There is no panel at ${address}`);
  // Its links were written for the page it comes from.
  for (const link of found.querySelectorAll('a')) link.href = new URL(link.getAttribute('href')!, address).href;
  const style = found.querySelector('link');
  const styled = style && new Promise((resolve) => ['load', 'error'].forEach((end) => style.addEventListener(end, resolve, { once: true })));
  (document.querySelector('body > header') ?? document.body).before(document.adoptNode(found));
  await styled;
  return found;
}
