import { readFileSync } from 'node:fs';

import type { Core } from '@strapi/strapi';

import { loadDemo } from './load';

interface Given {
  /** Whether the operator wants the demo city. */
  DEMO: boolean;
  /** JSON file with the passwords of the demo accounts by e-mail address. */
  DEMO_PASSWORDS_FILE?: string | undefined;
}

/** Loads the demo city while the CMS starts, when the environment asks for it. */
export async function loadDemoAtStart(strapi: Core.Strapi, { DEMO, DEMO_PASSWORDS_FILE }: Given): Promise<void> {
  if (!DEMO) return;
  const passwords = DEMO_PASSWORDS_FILE ? (JSON.parse(readFileSync(DEMO_PASSWORDS_FILE, 'utf8')) as Record<string, string>) : {};
  await loadDemo(strapi, { passwords });
}
