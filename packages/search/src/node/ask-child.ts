import { readFile } from 'node:fs/promises';

import { openEngine } from '../engine/open-engine.ts';
import { simplify } from '../engine/simplify.ts';
import type { PlacedQuestions } from './ask-index.ts';

/** Rules that are given instead of loaded. */
const WORDS = 'file:///words.json';
let words: string | undefined;

/** The engine as it runs in browsers, in a process of its own because it replaces `fetch`; its files come from a folder. */
globalThis.fetch = async (input) => {
  const url = String(input).replace(/\?.*$/, '');
  const content = url === WORDS ? words : await readFile(new URL(url)).catch(() => undefined);
  return new Response(content, { status: content === undefined ? 404 : 200 });
};

async function answer({ base, today, requests, words: given }: PlacedQuestions): Promise<void> {
  words = given && JSON.stringify(given);
  const engine = await openEngine({ base, shown: base, ...(given && { words: WORDS }) }, today);
  const answers = [];
  for (const request of requests) answers.push(await engine.search({ ...request, query: await simplify(request.query) }));
  process.send!({ answers });
}

process.on('message', (questions) => void answer(questions as PlacedQuestions).catch((error: unknown) => process.send!({ error: String(error) })));
