/** What the command `npm run audit` needs of the audit; built as a file of its own, without Strapi. */
export { archiveFolder, listArchive, readArchive } from './chain/archive-files.ts';
export { readHead } from './chain/head.ts';
export { keysOf } from './chain/keys.ts';
export { readRow } from './chain/row.ts';
export { findForgery } from './chain/signed-file.ts';
export { verifyChain } from './chain/verify.ts';
export { readSightings } from './chain/witness.ts';
export { readPeriod } from './export/period.ts';
export { writeExport } from './export/write-export.ts';
