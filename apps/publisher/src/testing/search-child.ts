import { readFile } from 'node:fs/promises';

import { openEngine } from '@mingchuang/search/engine/open-engine';

import type { Questions } from './ask-index.ts';

/** The engine as it runs in browsers, in a process of its own because it replaces `fetch`; its files come from a folder. */
globalThis.fetch = async (input) => {
  const bytes = await readFile(new URL(String(input).replace(/\?.*$/, ''))).catch(() => undefined);
  return new Response(bytes, { status: bytes ? 200 : 404 });
};

async function answer({ base, today, queries }: Questions): Promise<void> {
  const engine = await openEngine({ base, shown: base }, today);
  const answers = [];
  for (const query of queries) answers.push(await engine.search({ query, limit: 200, everything: true }));
  process.send!({ answers });
}

process.on('message', (questions) => void answer(questions as Questions).catch((error: unknown) => process.send!({ error: String(error) })));
