/** What an address may carry behind its `#` for the form on its page: it never reaches a server or a log. */
const QUESTION = /^#q=(.+)$/;
const LONGEST = 300;

/** Fills an empty letter with the question somebody brings from the search, and takes it out of the address. */
export function prefillLetter(form: HTMLFormElement, place: Pick<Location, 'hash' | 'pathname' | 'search'>): void {
  const question = readQuestion(place.hash);
  if (!question) return;
  history.replaceState(null, '', place.pathname + place.search);
  for (const name of ['title', 'body']) {
    const field = form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null;
    if (field && !field.value) field.value = question.slice(0, field.maxLength > 0 ? field.maxLength : LONGEST);
  }
  const enquiry = form.querySelector<HTMLInputElement>('[name="purpose"][value="enquiry"]');
  if (enquiry && !form.querySelector('[name="purpose"]:checked')) enquiry.checked = true;
}

/** The question in a fragment; nothing when there is none or it cannot be read. */
export function readQuestion(hash: string): string {
  const [, encoded = ''] = QUESTION.exec(hash) ?? [];
  try {
    return decodeURIComponent(encoded).trim().slice(0, LONGEST);
  } catch {
    return '';
  }
}
