import type { Drawn, Page } from '@mingchuang/content';
import { inspectPage, type Finding } from '@mingchuang/inspect';

export interface Verdict {
  /** Findings that keep the page from going live. */
  errors: Finding[];
  warnings: Finding[];
}

const NOTHING: Verdict = { errors: [], warnings: [] };

/**
 * Checks a page that was drawn against the official indicators.
 * @param routes Every address of the release the page will be part of.
 */
export function verifyPage(page: Page, drawn: Drawn, routes: { has(path: string): boolean }): Verdict {
  if (!drawn.type.startsWith('text/html')) return NOTHING;
  const findings = inspectPage({ path: page.path, html: drawn.body, routes });
  return {
    errors: findings.filter(({ level }) => level === 'error'),
    warnings: findings.filter(({ level }) => level === 'warning'),
  };
}

/** Findings in one sentence for an editor. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings.map(({ title, message }) => `${title}：${message}`).join('；');
}
