import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { Check, Example } from './check.ts';
import { readDocument, type Schema, type SchemaOf } from './document.ts';
import { LIVE_CHECKS } from './live-checks.ts';
import { CHECKS } from './known-checks.ts';
import { replaceWords } from './text/replace-words.ts';
import { readRichText } from './text/rich-text.ts';

const rich = { type: 'text', customField: 'global::rich-text' };
/** A type with a field of every kind, for examples that are about no type of their own. */
const SCHEMAS: Record<string, Schema> = {
  'service.material': { attributes: { name: { type: 'string', required: true } } },
  every: {
        attributes: {
          title: { type: 'string', required: true },
          summary: { type: 'text' },
          body: { ...rich, required: true },
          phone: { type: 'string' },
          agency: { type: 'relation', required: true },
          cover: { type: 'media', allowedTypes: ['images'] },
          attachments: { type: 'media', multiple: true, allowedTypes: ['files', 'images'] },
          materials: { type: 'component', component: 'service.material' },
        },
      },
};
const schemaOf: SchemaOf = (uid) => SCHEMAS[uid] ?? SCHEMAS.every;

interface CheckFile {
  examples?: readonly Example<unknown>[];
}
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const modules = await Promise.all(files.map(async (name) => [name, (await import(join(import.meta.dirname, name))) as CheckFile & Record<string, unknown>] as const));
const checks = modules.flatMap(([name, module]) =>
  Object.values(module)
    .filter((value): value is Check<unknown> => typeof value === 'object' && value !== null && 'find' in value && 'title' in value)
    .map((check) => ({ name, check, examples: module.examples ?? [] })),
);

/** A body after every fix of it, the last first. */
function fixBody(values: Record<string, unknown>, remarks: readonly { field: string; span?: { start: number; end: number }; fix?: string }[]) {
  const fixes = remarks.filter(({ field, fix, span }) => field === 'body' && fix !== undefined && span);
  const body = fixes
    .sort((a, b) => b.span!.start - a.span!.start)
    .reduce((html, { span, fix }) => replaceWords(html, span!, fix!, true), String(values.body));
  return readRichText(body).text.trim();
}

describe.each(checks)('the check in $name', ({ check, examples }) => {
  test('is in use', () => {
    expect([...LIVE_CHECKS, ...CHECKS.map((known) => known.check)].map(({ id }) => id)).toContain(check.id);
  });
  test('shows something it finds, and something it leaves alone', () => {
    expect(examples.some(({ finds }) => finds.length > 0)).toBe(true);
    expect(examples.some(({ finds }) => finds.length === 0)).toBe(true);
  });
  test.each(examples)('$says', ({ type = 'api::article.article', values, facts, finds, fixed }) => {
    const remarks = check.find(readDocument(type, values, schemaOf), facts);
    expect(remarks.map(({ level, quote, field }) => `${level} ${quote ?? field}`)).toEqual(finds);
    for (const { message, remedy } of remarks) expect(`${message}${remedy}`).toMatch(/[。）]$/);
    if (fixed !== undefined) expect(fixBody(values, remarks)).toBe(fixed);
  });
});
