import type { Node } from '@tiptap/pm/model';

const hasHeading = (table: Node) => {
  let found = false;
  table.descendants(({ type }) => {
    if (type.name === 'tableHeader') found = true;
    return !found;
  });
  return found;
};

/** What a text lacks that readers with a screen reader need: headings and captions of tables, alternatives of pictures. */
export function findHints(document: Node): string[] {
  const hints: string[] = [];
  let tables = 0;
  let silent = 0;
  document.descendants((node) => {
    if (node.type.name === 'image' && !node.attrs.alt) silent += 1;
    if (node.type.name !== 'table') return true;
    tables += 1;
    if (!node.attrs.caption) hints.push(`第 ${tables} 张表还没有表题。点进表格，用“表题”写上。`);
    if (!hasHeading(node)) hints.push(`第 ${tables} 张表没有表头。点进表格，用“表头行”或“表头列”标出来。`);
    return true;
  });
  if (silent > 0) hints.push(`有 ${silent} 张图片没有替代文字，按装饰图处理。不是装饰的，点中图片后用“图片文字”补上。`);
  return hints;
}
