import type { Core } from '@strapi/strapi';

import type { Draft } from './convert-row';
import type { ImportReport } from './import-report';
import type { Mapping } from './mapping';
import type { Target } from './relations';
import type { RowProblem } from './row-problems';
import type { SourceRow } from './sources/source-row';

/** A row that is ready to be written. */
export interface Ready extends Draft {
  place: string;
  digest: string;
  targets: Record<string, Target>;
}

/** What an import is asked to do, and whom it tells. */
export interface ImportOptions {
  strapi: Core.Strapi;
  mapping: Mapping;
  /** The folder that holds the old site's files; relative and site-absolute addresses are found in it. */
  filesFolder?: string | undefined;
  dryRun: boolean;
  now: Date;
  /** Told of each row that cannot be imported, with every reason. */
  onProblem: (row: SourceRow, problems: RowProblem[]) => void | Promise<void>;
  /** Told after each row; whoever listens decides how often to speak. */
  onProgress?: (report: ImportReport, row: SourceRow) => void;
}
