/** Ids of what FieldNotes shows for a field, for `aria-describedby`; nothing when it shows nothing. */
export function describedBy(name: string, hint: string | undefined, error: object | undefined): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}
