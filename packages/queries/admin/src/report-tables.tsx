import type { SearchCount } from '@mingchuang/content/searches';
import { Button, EmptyStateLayout, Flex, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

import { t } from '../../strings/t.ts';
import { Card } from './card.tsx';
import { useMakeRule, useReport } from './use-queries.ts';

interface Props {
  site: string;
  days: number;
  period: string;
  /** Tries a query above. */
  onTry: (query: string) => void;
}

const LISTS = ['empty', 'passedOver', 'frequent'] as const;

/** What was not found, what was found and left, and what is asked most. */
export function ReportTables({ site, days, period, onTry }: Props) {
  const report = useReport(site, days);
  if (report.state === 'loading') return <Loader>{t('load.wait')}</Loader>;
  if (report.state === 'failed') return <EmptyStateLayout content={report.message} />;
  return (
    <>
      <Typography>{t('report.asked', { period, count: report.value.asked.toLocaleString('en') })}</Typography>
      {LISTS.map((list) => (
        <Card key={list} title={t(`${list}.title`)} help={t(`${list}.help`)}>
          <Counts site={site} counts={report.value[list]} onTry={onTry} />
        </Card>
      ))}
    </>
  );
}

function Counts({ site, counts, onTry }: { site: string; counts: SearchCount[]; onTry: Props['onTry'] }) {
  const makeRule = useMakeRule();
  if (counts.length === 0) return <Typography textColor="neutral600">{t('report.none')}</Typography>;
  return (
    <Table colCount={5} rowCount={counts.length + 1}>
      <Thead>
        <Tr>
          {(['query', 'count', 'emptyCount', 'followed', 'act'] as const).map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`report.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {counts.map(({ query, asked, empty, followed }) => (
          <Tr key={query}>
            <Td>
              <Typography fontWeight="bold">{query}</Typography>
            </Td>
            {[asked, empty, followed].map((count, index) => (
              <Td key={index}>
                <Typography>{count.toLocaleString('en')}</Typography>
              </Td>
            ))}
            <Td>
              <Flex gap={2}>
                <Button variant="tertiary" onClick={() => onTry(query)}>
                  {t('try')}
                </Button>
                <Button variant="secondary" onClick={() => void makeRule(site, query)}>
                  {t('rule.make')}
                </Button>
              </Flex>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
