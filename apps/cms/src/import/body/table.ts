import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

import { inlineHtml, isMarked } from './inline';

const rowsOf = ($: CheerioAPI, table: Element) => $(table).find('tr').toArray().filter((row) => $(row).closest('table').get(0) === table) as Element[];
const cellsOf = ($: CheerioAPI, row: Element) => $(row).children('td,th').toArray() as Element[];

/** A table with one column, or with tables or many paragraphs in its cells, holds a page together, not figures. */
export function isLayoutTable($: CheerioAPI, table: Element): boolean {
  const rows = rowsOf($, table);
  if ($(table).find('table').length > 0) return true;
  return rows.every((row) => cellsOf($, row).length <= 1);
}

const span = (cell: Element, name: 'colspan' | 'rowspan') => {
  const value = Number(cell.attribs[name]);
  return Number.isInteger(value) && value > 1 && value < 100 ? ` ${name}="${value}"` : '';
};

function isHeaderRow($: CheerioAPI, row: Element): boolean {
  const cells = cellsOf($, row);
  return cells.length > 1 && cells.every((cell) => cell.name === 'th' || isMarked(cell.children, cell) || !$(cell).text().trim());
}

/** Text of a cell; paragraphs in it are parted by breaks. */
function cellHtml($: CheerioAPI, cell: Element): string {
  const blocks = $(cell).find('p,div').toArray().filter((block) => $(block).find('p,div').length === 0) as Element[];
  if (blocks.length === 0) return inlineHtml(cell.children);
  return blocks
    .map((block) => inlineHtml(block.children))
    .filter(Boolean)
    .join('<br />');
}

const plain = (html: string) => html.replace(/<\/?strong>/g, '');

/**
 * A table of the vocabulary: the rows at the top that are set as headings (or, failing that, the first row) get header
 * cells. A first row that is one cell across the whole table is its caption.
 */
export function cleanTable($: CheerioAPI, table: Element): string {
  const rows = rowsOf($, table).filter((row) => $(row).text().trim());
  const caption = takeCaption($, rows) ?? $(table).children('caption').text().trim();
  let heads = 0;
  while (heads < Math.min(3, rows.length - 1) && isHeaderRow($, rows[heads]!)) heads += 1;
  if (heads === 0 && rows.length > 1) heads = 1;
  const cover = Math.max(heads, ...cellsOf($, rows[0]!).map((cell) => Number(cell.attribs.rowspan ?? 1) || 1));
  const headRows = rows.slice(0, Math.min(cover, rows.length - 1));
  const bodyRows = rows.slice(headRows.length);
  const draw = (row: Element, head: boolean) => {
    const cells = cellsOf($, row).map((cell) => {
      const spans = span(cell, 'colspan') + span(cell, 'rowspan');
      const html = cellHtml($, cell);
      return head ? `<th scope="col"${spans}>${plain(html)}</th>` : `<td${spans}>${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  };
  return [
    '<table>',
    caption ? `<caption>${caption}</caption>` : '',
    headRows.length ? `<thead>${headRows.map((row) => draw(row, true)).join('')}</thead>` : '',
    `<tbody>${bodyRows.map((row) => draw(row, false)).join('')}</tbody>`,
    '</table>',
  ].join('');
}

function takeCaption($: CheerioAPI, rows: Element[]): string | undefined {
  const first = rows[0];
  const cells = first ? cellsOf($, first) : [];
  const isWide = cells.length === 1 && Number(cells[0]!.attribs.colspan ?? 1) > 1;
  if (!isWide || rows.length < 3) return undefined;
  rows.shift();
  return $(cells[0]!).text().replace(/\s+/g, ' ').trim();
}
