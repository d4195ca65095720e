import { EmptyStateLayout, Field, Flex, Loader, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import { READ } from '../../server/src/actions.ts';
import { LEAST_ASKED, PERIODS } from '../../server/src/limits.ts';
import { ReportTables } from './report-tables.tsx';
import { TryCard } from './try-card.tsx';
import { useSites } from './use-queries.ts';

/** What is searched for on a site, and a place to try it oneself. */
export function QueriesPage() {
  return (
    <Page.Protect permissions={[{ action: READ, subject: null }]}>
      <Page.Main>
        <Page.Title>{t('menu')}</Page.Title>
        <Layouts.Header title={t('title')} subtitle={t('subtitle', { least: LEAST_ASKED })} />
        <Layouts.Content>
          <Sites />
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}

function Sites() {
  const sites = useSites();
  const [chosen, choose] = useState<string>();
  const [days, setDays] = useState<(typeof PERIODS)[number]>(30);
  const [query, setQuery] = useState('');
  if (sites.state === 'loading') return <Loader>{t('load.wait')}</Loader>;
  if (sites.state === 'failed') return <EmptyStateLayout content={sites.message} />;
  const site = chosen ?? sites.value[0]?.id;
  if (site === undefined) return <EmptyStateLayout content={t('site.none')} hasRadius shadow="tableShadow" />;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Flex gap={4} wrap="wrap">
        {sites.value.length > 1 && (
          <Field.Root minWidth="24rem">
            <Field.Label>{t('site')}</Field.Label>
            <SingleSelect value={site} onChange={(value) => choose(String(value))}>
              {sites.value.map(({ id, title }) => (
                <SingleSelectOption key={id} value={id}>
                  {title}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        )}
        <Field.Root minWidth="16rem">
          <Field.Label>{t('period')}</Field.Label>
          <SingleSelect value={String(days)} onChange={(value) => setDays(PERIODS.find((one) => String(one) === value) ?? 30)}>
            {PERIODS.map((one) => (
              <SingleSelectOption key={one} value={String(one)}>
                {t(`period.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Flex>
      <TryCard site={site} query={query} onQuery={setQuery} />
      <ReportTables site={site} days={days} period={t(`period.${days}`)} onTry={setQuery} />
    </Flex>
  );
}
