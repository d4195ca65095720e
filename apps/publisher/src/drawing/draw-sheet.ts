import type { Drawable, Drawn, Renderer } from '@mingchuang/content';
import { inspectPage, type Finding } from '@mingchuang/inspect';

/** A page that was drawn and checked against the official indicators, not yet knowing which others there are. */
export interface Sheet {
  drawn: Drawn;
  findings: Finding[];
  /** Addresses of the site it leads to: taken for there. */
  links: string[];
  /** Milliseconds. */
  spent: { draw: number; verify: number };
}

/** Draws and checks a page. @throws What its template throws. */
export async function drawSheet(renderer: Pick<Renderer, 'draw'>, page: Drawable): Promise<Sheet> {
  const begun = performance.now();
  const drawn = await renderer.draw(page);
  const drawnAt = performance.now();
  const links = new Set<string>();
  const findings = inspect(page.path, drawn, { has: (path) => Boolean(links.add(path)) });
  return { drawn, findings, links: [...links], spent: { draw: drawnAt - begun, verify: performance.now() - drawnAt } };
}

/** What is wrong with a sheet that becomes part of a release. @param routes Every address of it. */
export function findingsOf({ drawn, findings, links }: Sheet, path: string, routes: { has(path: string): boolean }): Finding[] {
  return links.every((link) => routes.has(link)) ? findings : inspect(path, drawn, routes);
}

const inspect = (path: string, { type, body }: Drawn, routes: { has(path: string): boolean }): Finding[] => (type.startsWith('text/html') ? inspectPage({ path, html: body, routes }) : []);

/** Findings in one sentence for an editor. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings.map(({ title, message }) => `${title}：${message}`).join('；');
}
