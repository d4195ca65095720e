const NUMERIC = /^[-+(（]?[¥￥$]?\d[\d,，.]*[)）]?[%％‰]?$/;
const text = (element: Element) => (element.textContent ?? '').replace(/[\s\u00a0\u3000]+/g, ' ').trim();

function rename(cell: HTMLTableCellElement): void {
  const header = cell.ownerDocument.createElement('th');
  for (const { name, value } of cell.attributes) header.setAttribute(name, value);
  header.append(...cell.childNodes);
  cell.replaceWith(header);
}

/** A table in a cell, as word processors use for layout, becomes lines of that cell. */
function flattenNested(table: HTMLTableElement): void {
  for (const inner of [...table.querySelectorAll('table')].reverse()) {
    const lines = [...inner.rows].map((row) => {
      const line = table.ownerDocument.createElement('p');
      line.textContent = [...row.cells].map(text).filter(Boolean).join('　');
      return line;
    });
    inner.replaceWith(...lines.filter((line) => line.textContent));
  }
}

/** Excel shows #### where a column is too narrow and keeps the number beside it. */
function showNumbers(table: HTMLTableElement): void {
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('td, th')) {
    const number = cell.getAttribute('x:num');
    if (number && /^#+$/.test(text(cell))) cell.textContent = number;
  }
}

/** A first row of one cell over all columns is the table's name; a first row of words alone is its heading. */
function nameParts(table: HTMLTableElement): void {
  const widthOf = (row: HTMLTableRowElement) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
  const [first, second] = table.rows;
  if (first && second && first.cells.length === 1 && widthOf(second) > 1 && text(first) && !table.caption) {
    const caption = table.createCaption();
    caption.textContent = text(first);
    first.remove();
  }
  const [heading, ...others] = table.rows;
  if (!heading || others.length === 0 || table.querySelector('th')) return;
  const names = [...heading.cells].map(text);
  if (names.every((name) => name !== '' && !NUMERIC.test(name))) [...heading.cells].forEach(rename);
}

/** Brings a table of Word, WPS or Excel to a plain table: numbers as shown, a heading, a caption, nothing nested. */
export function cleanTable(table: HTMLTableElement): void {
  table.querySelectorAll('col, colgroup').forEach((column) => column.remove());
  flattenNested(table);
  showNumbers(table);
  for (const row of [...table.rows]) if (row.cells.length === 0 || row.style.display === 'none') row.remove();
  nameParts(table);
}
