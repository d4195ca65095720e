import { Badge, Box, Button, EmptyStateLayout, Flex, Loader, SingleSelect, SingleSelectOption, Tabs, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';

import { t } from '../../strings/t.ts';
import { OPINION_TABS, type ConsultationLine, type OpinionList, type OpinionTab } from '../../server/src/services/view-types.ts';
import { OpinionCard } from './opinion-card.tsx';
import { useConsultations, useExport, useOpinions } from './use-taking-part.ts';

/** What citizens think of one's own drafts: by consultation, to be weighed one by one and taken away as a table. */
export function OpinionsPage() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::cases.opinion-read', subject: null }]}>
      <Opinions />
    </Page.Protect>
  );
}

function Opinions() {
  const [params, setParams] = useSearchParams();
  const tab = (OPINION_TABS as readonly string[]).includes(params.get('tab') ?? '') ? (params.get('tab') as OpinionTab) : 'open';
  const page = Math.max(1, Number(params.get('page')) || 1);
  const consultation = params.get('consultation') ?? '';
  const go = (change: Record<string, string>) => setParams({ tab, ...(consultation && { consultation }), ...change });
  const consultations = useConsultations();
  const { loaded, again, weigh, move, reveal } = useOpinions({ tab, page, consultation });
  const list = loaded.state === 'here' ? loaded.value : undefined;

  return (
    <Page.Main>
      <Page.Title>{t('opinions.title')}</Page.Title>
      <Layouts.Header title={t('opinions.title')} subtitle={t('opinions.subtitle')} />
      <Layouts.Content>
        <Filter lines={consultations} value={consultation} onChange={(id) => setParams({ tab, ...(id && { consultation: id }) })} />
        {consultation && <Exports consultation={consultation} personal={list?.mayContact ?? false} />}
        <Tabs.Root variant="simple" value={tab} onValueChange={(next: string) => go({ tab: next, page: '1' })}>
          <Tabs.List aria-label={t('opinions.title')}>
            {OPINION_TABS.map((each) => (
              <Tabs.Trigger key={each} value={each}>
                {t(`opinions.tab.${each}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={tab}>
            {loaded.state === 'loading' && <Loader>{t('load.wait')}</Loader>}
            {loaded.state === 'failed' && <EmptyStateLayout content={loaded.message} action={<Button variant="secondary" onClick={again}>{t('load.again')}</Button>} />}
            {list && list.items.length === 0 && <EmptyStateLayout content={t(`opinions.empty.${tab}`)} hasRadius shadow="tableShadow" />}
            {list && (
              <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
                {list.items.map((item) => (
                  <OpinionCard key={`${item.number} ${item.revision}`} item={item} mayHandle={list.mayHandle} weigh={weigh} move={move} reveal={reveal} />
                ))}
                <Paging list={list} onPage={(next) => go({ page: String(next) })} />
              </Flex>
            )}
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

function Filter({ lines, value, onChange }: { lines: ConsultationLine[]; value: string; onChange(id: string): void }) {
  return (
    <Box paddingTop={4} paddingBottom={4} maxWidth="44rem">
      <SingleSelect aria-label={t('opinions.filter')} value={value} onChange={(id) => onChange(String(id))} onClear={() => onChange('')} placeholder={t('opinions.all')}>
        {lines.map(({ id, title, received, open }) => (
          <SingleSelectOption key={id} value={id}>
            {t('opinions.line', { title, received, open })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

function Exports({ consultation, personal }: { consultation: string; personal: boolean }) {
  const save = useExport();
  const download = (withPeople: boolean) => save('/cases/opinions/export', { consultation, personal: withPeople }, t('opinions.file'));
  return (
    <Flex gap={3} paddingBottom={4} wrap="wrap">
      <Button variant="secondary" startIcon={<Download />} onClick={() => void download(false)}>
        {t('opinions.export')}
      </Button>
      {personal && (
        <Button variant="tertiary" startIcon={<Download />} onClick={() => void download(true)}>
          {t('opinions.exportPersonal')}
        </Button>
      )}
      <Typography textColor="neutral600">{t('opinions.exportNote')}</Typography>
    </Flex>
  );
}

function Paging({ list: { total, page, pageSize }, onPage }: { list: OpinionList; onPage(page: number): void }) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap">
      <Badge>{t('list.total', { total })}</Badge>
      {pages > 1 && (
        <Flex gap={3}>
          <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {t('list.previous')}
          </Button>
          <Typography textColor="neutral600">{t('list.page', { page, pages })}</Typography>
          <Button variant="tertiary" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {t('list.next')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
