/**
 * Writes the rows of headings at the top of a table into `thead`, which the editor's model does not know, and an empty
 * document as nothing.
 */
export function toStoredHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const table of page.querySelectorAll('table')) {
    const body = table.tBodies[0];
    const rows = [...(body?.rows ?? [])];
    const end = rows.findIndex((row) => [...row.cells].some((cell) => cell.tagName !== 'TH'));
    const headings = rows.slice(0, end === -1 ? 1 : end);
    if (!body || headings.length === 0 || headings[0]!.cells[0]?.tagName !== 'TH') continue;
    const head = page.createElement('thead');
    head.append(...headings);
    body.before(head);
  }
  // A heading in the rows below is that of its row.
  for (const heading of page.querySelectorAll('th')) heading.setAttribute('scope', heading.closest('thead') ? 'col' : 'row');
  // A cell holds plain text unless it holds more than one paragraph.
  for (const cell of page.querySelectorAll('th, td, li')) {
    const [only, ...others] = cell.children;
    if (only?.tagName === 'P' && others.length === 0 && !only.className) only.replaceWith(...only.childNodes);
  }
  const stored = page.body.innerHTML.trim();
  return page.body.textContent?.trim() || /<(img|table|hr)\b/.test(stored) ? stored : '';
}
