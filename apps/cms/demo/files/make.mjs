/**
 * Writes the forms of the demo city as Word files: `node apps/cms/demo/files/make.mjs`. Each form of forms.json
 * becomes an empty one and one filled in as an example. The same source always gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { zip } from './zip.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** `size` in half points. */
const paragraph = (text, { size = 24, bold = false, centre = false } = {}) =>
  `<w:p><w:pPr>${centre ? '<w:jc w:val="center"/>' : ''}<w:spacing w:before="80" w:after="80"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="FangSong" w:hAnsi="FangSong" w:eastAsia="仿宋"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
const cell = (width, text, bold) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, { bold })}</w:tc>`;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="6" w:color="000000"/>`).join('');

/** The boxes to tick stay in an empty form, their ticks go. */
const emptied = (value) => (value.includes('（√）') || value.includes('（ ）') ? value.replaceAll('（√）', '（ ）') : '');

function wordFile({ title, rows, note }, isSample) {
  const heading = paragraph(isSample ? `${title}（填写示例）` : title, { size: 36, bold: true, centre: true });
  const lines = rows.map(([label, value]) => `<w:tr>${cell(3000, label, true)}${cell(6000, isSample ? value : emptied(value), false)}</w:tr>`).join('');
  const table = `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>${lines}</w:tbl>`;
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';
  const body = `${heading}${table}${paragraph(`填表说明：${note}`, { size: 21 })}${page}`;
  const document = `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zip([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', RELATIONS],
    ['word/document.xml', document],
  ]);
}

for (const form of JSON.parse(readFileSync(join(FOLDER, 'forms.json'), 'utf8'))) {
  writeFileSync(join(FOLDER, `${form.title}（空表）.docx`), wordFile(form, false));
  writeFileSync(join(FOLDER, `${form.title}（样表）.docx`), wordFile(form, true));
}
