import type { Colleague } from '../../../server/src/remarks/remark.ts';

/** The name that is being typed after an @, up to the cursor. */
export interface Typing {
  /** Where the @ stands. */
  from: number;
  to: number;
  name: string;
}

/** Longest name that is looked for, characters. */
const LONGEST = 20;

/** Finds what is typed after an @ before the cursor: `@` begins a name when no letter stands before it. */
export function findTyping(text: string, cursor: number): Typing | undefined {
  const from = text.lastIndexOf('@', cursor - 1);
  if (from < 0 || (from > 0 && /[\w@]/.test(text[from - 1]!))) return undefined;
  const name = text.slice(from + 1, cursor);
  return name.length > LONGEST || /\s/.test(name) ? undefined : { from, to: cursor, name };
}

/** Those whose name or role has what was typed, at most eight. */
export function findColleagues(colleagues: readonly Colleague[], { name }: Typing): Colleague[] {
  return colleagues.filter((one) => one.name.includes(name) || one.roles.some((role) => role.includes(name))).slice(0, 8);
}

/** A name as it stands in a text: without the spaces that would end it. */
const written = ({ name }: { name: string }) => `@${name.replace(/\s+/g, '')}`;

/** Puts a colleague in the place of what was typed. */
export function insertMention(text: string, { from, to }: Typing, colleague: Colleague): { text: string; cursor: number } {
  const mention = `${written(colleague)} `;
  return { text: text.slice(0, from) + mention + text.slice(to).replace(/^ /, ''), cursor: from + mention.length };
}

/** Ids of the colleagues whose names stand in a text; of two where one name begins with the other, the longer. */
export function listMentioned(text: string, colleagues: readonly Colleague[]): number[] {
  return splitMentions(text, colleagues).flatMap((part) => (part.id === undefined ? [] : [part.id]));
}

/** Cuts a text at the names in it. */
export function splitMentions(text: string, people: readonly { id: number; name: string }[]): { text: string; id?: number }[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const parts: { text: string; id?: number }[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const person = text[at] === '@' ? byLength.find((one) => text.startsWith(written(one), at)) : undefined;
    if (!person) {
      plain += text[at]!;
      at += 1;
      continue;
    }
    if (plain) parts.push({ text: plain });
    plain = '';
    parts.push({ text: written(person), id: person.id });
    at += written(person).length;
  }
  return plain ? [...parts, { text: plain }] : parts;
}
