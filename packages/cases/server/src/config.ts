import { LETTER_PURPOSES, type LetterPurpose } from '@mingchuang/content';

/** The plugin's configuration, from config/plugins.ts or the environment. */
export interface CasesConfig {
  /** CASE_KEY: 32 bytes in base64. Seals personal fields and query codes. */
  key: string;
  /** Days after its end for which a case keeps the citizen's name and number. */
  retentionDays: number;
  /** PORTAL_URL: the public site, for links from the admin. */
  portalUrl: string;
  /** Working days for the answer where an installation differs from the kind's own limits. */
  limits: Partial<Record<LetterPurpose, number>>;
  /** Seconds for which answers to surveys are gathered before their results are published again. */
  resultsSeconds: number;
}

interface Environment {
  (name: string, fallback?: string): string;
  int(name: string, fallback?: number): number;
}

export const config = {
  default: ({ env }: { env: Environment }): CasesConfig => ({
    key: env('CASE_KEY', ''),
    retentionDays: env.int('CASE_RETENTION_DAYS', 365),
    portalUrl: env('PORTAL_URL', ''),
    limits: {},
    resultsSeconds: env.int('CASE_RESULTS_SECONDS', 60),
  }),
  /** @throws {Error} When a number makes no sense. */
  validator({ retentionDays, limits, resultsSeconds }: CasesConfig): void {
    if (!Number.isInteger(retentionDays) || retentionDays < 1) throw new Error('CASE_RETENTION_DAYS 应是不小于 1 的整数（天）。');
    if (!Number.isInteger(resultsSeconds) || resultsSeconds < 1) throw new Error('CASE_RESULTS_SECONDS 应是不小于 1 的整数（秒）。');
    for (const [purpose, limit] of Object.entries(limits)) {
      if (!LETTER_PURPOSES.some((known) => known === purpose)) throw new Error(`没有这种来信目的：${purpose}`);
      if (!Number.isInteger(limit) || limit < 1) throw new Error(`办理时限应是不小于 1 的整数（工作日）：${purpose}`);
    }
  },
};
