/** What was typed into a form: every field once, as text. */
export type FormValues = Record<string, string>;

/** No form of ours has more fields: a survey of thirty questions with twelve options each has most. */
const FIELDS = 400;

/**
 * Reads a form's body. Line ends become line feeds, as browsers count them for `maxlength`; characters that cannot be
 * seen are dropped.
 */
export function readForm(body: string): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new URLSearchParams(body)) {
    if (!/^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name) || Object.hasOwn(values, name) || Object.keys(values).length >= FIELDS) continue;
    values[name] = cleanText(value);
  }
  return values;
}

/** Drops control characters and direction overrides, which can make a text read differently from what it says. */
function cleanText(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}
