import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { insertMultiple, save } from '@orama/orama';

import type { SearchDocument } from '../../../packages/content/src/index.ts';
import { createDatabase } from './orama-database.ts';
import { writeTexts } from './write-texts.ts';

/** The whole database as JSON, without the texts it keeps: those lie beside it, as ours do. */
export async function build(documents: readonly SearchDocument[], folder: string): Promise<void> {
  const database = createDatabase();
  await insertMultiple(database, documents.map(({ title, aliases, text }, id) => ({ id: String(id), title, aliases: aliases.join(' '), text })), 500);
  const raw = save(database) as unknown as { docs: { docs: Record<string, { id: string }> } };
  for (const [key, { id }] of Object.entries(raw.docs.docs)) raw.docs.docs[key] = { id };
  const publicDir = join(folder, 'public');
  writeTexts(documents, publicDir);
  writeFileSync(join(publicDir, 'index.json'), JSON.stringify(raw));
}
