import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';

import { ExportDialog } from './export-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { RowList } from './row-list.tsx';
import { type Filters, NO_FILTERS, useAuditPage, usePeople } from './use-audit.ts';

const EXPORT = { export: [{ action: 'plugin::access.audit.export', subject: null }] };

/** Everything that was done on the platform, newest first. */
export function AuditPage() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::access.audit.read', subject: null }]}>
      <Audit />
    </Page.Protect>
  );
}

function Audit() {
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  // Where each page looked at so far begins: one goes back by what one has seen.
  const [starts, setStarts] = useState<(number | null)[]>([null]);
  const [isExporting, setExporting] = useState(false);
  const { allowedActions } = useRBAC(EXPORT);
  const people = usePeople();
  const loaded = useAuditPage(filters, starts.at(-1) ?? null);
  const narrow = (next: Filters) => {
    setFilters(next);
    setStarts([null]);
  };
  const page = loaded.state === 'here' ? loaded.value : undefined;

  return (
    <Page.Main>
      <Page.Title>审计</Page.Title>
      <Layouts.Header
        title="审计"
        subtitle="谁在什么时候、从哪里、做了什么。记录只增不改，一年以上的另行归档"
        primaryAction={
          allowedActions.canExport ? (
            <Button startIcon={<Download />} variant="secondary" onClick={() => setExporting(true)}>
              导出
            </Button>
          ) : undefined
        }
      />
      <Layouts.Content>
        <FilterBar filters={filters} people={people} onChange={narrow} />
        {loaded.state === 'loading' && <Loader>正在读取</Loader>}
        {loaded.state === 'failed' && <EmptyStateLayout content={loaded.message} action={<Button variant="secondary" onClick={() => narrow({ ...filters })}>再试一次</Button>} />}
        {page && page.rows.length === 0 && <EmptyStateLayout content="没有符合条件的记录" hasRadius shadow="tableShadow" />}
        {page && page.rows.length > 0 && <RowList rows={page.rows} onNarrow={(more) => narrow({ ...filters, ...more })} />}
        {page && (starts.length > 1 || page.next) && (
          <Flex paddingTop={4} justifyContent="flex-end" gap={3}>
            <Button variant="tertiary" disabled={starts.length === 1} onClick={() => setStarts(starts.slice(0, -1))}>
              较新的
            </Button>
            <Box aria-live="polite">第 {starts.length} 页</Box>
            <Button variant="tertiary" disabled={!page.next} onClick={() => setStarts([...starts, page.next])}>
              较早的
            </Button>
          </Flex>
        )}
      </Layouts.Content>
      {isExporting && <ExportDialog filters={filters} onClose={() => setExporting(false)} />}
    </Page.Main>
  );
}
