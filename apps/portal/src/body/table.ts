import { Element, type ParentNode } from 'domhandler';
import { textContent } from 'domutils';

import { t } from '../strings/index.ts';

const FIGURE =
  /^[-+−±≤≥<>约]?\s*[\d０-９][\d０-９,.\s]*\s*(?:%|％|‰|元|万元|亿元|人|户|个|件|亩|公里|平方米|吨|℃|岁|天|年)?$/;

/**
 * Shapes a table for every screen. A plain table (one header row, no merged cells) becomes blocks on a phone, each cell
 * labelled by its column; any other keeps its form and scrolls inside a region the keyboard can reach.
 */
export function shapeTable(table: Element): void {
  const rows = findAll(table, 'tr');
  const head = rows.filter((row) => row.parent instanceof Element && row.parent.name === 'thead');
  const body = rows.filter((row) => !head.includes(row));
  const merged = rows.some((row) => cellsOf(row).some(({ attribs }) => attribs.colspan || attribs.rowspan));
  const labels = head.length === 1 ? cellsOf(head[0]!).map((cell) => textContent(cell).trim()) : [];
  alignFigures(head, merged ? [] : body);
  if (merged || labels.length === 0) return wrapWide(table);
  addClass(table, 'stack');
  for (const row of body)
    cellsOf(row).forEach((cell, at) => {
      if (cell.name === 'td' && labels[at]) cell.attribs['data-l'] = labels[at];
    });
}

/** Figures stand at the end of their column, so that they can be compared. */
function alignFigures(head: readonly Element[], body: readonly Element[]): void {
  const width = Math.max(0, ...body.map((row) => cellsOf(row).length));
  for (let at = 0; at < width; at++) {
    const column = body.map((row) => cellsOf(row)[at]).filter((cell) => cell !== undefined);
    const filled = column.map((cell) => textContent(cell).trim()).filter((text) => text !== '' && text !== '—');
    if (filled.length < 2 || column.some(({ name }) => name === 'th') || !filled.every((text) => FIGURE.test(text)))
      continue;
    for (const cell of [...column, ...head.map((row) => cellsOf(row)[at])]) if (cell) addClass(cell, 'n');
  }
}

function wrapWide(table: Element): void {
  const caption = findAll(table, 'caption')[0];
  const parent = table.parent!;
  const region = new Element('div', {
    class: 'tbl',
    role: 'region',
    tabindex: '0',
    'aria-label': caption ? textContent(caption).trim() : t('body.table'),
  });
  parent.children.splice(parent.children.indexOf(table), 1, region);
  region.parent = parent;
  region.children = [table];
  table.parent = region;
}

const cellsOf = (row: Element) =>
  row.children.filter((child): child is Element => child instanceof Element && /^t[dh]$/.test(child.name));

function findAll(parent: ParentNode, name: string): Element[] {
  return parent.children.flatMap((child) =>
    child instanceof Element ? [...(child.name === name ? [child] : []), ...findAll(child, name)] : [],
  );
}

function addClass(element: Element, name: string): void {
  element.attribs.class = element.attribs.class ? `${element.attribs.class} ${name}` : name;
}
