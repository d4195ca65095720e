import { Box, Button, EmptyStateLayout, Flex, Loader, Searchbar, Tabs, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router-dom';

import { t, type StringKey } from '../../strings/t.ts';
import { TABS, type CaseList, type Tab } from '../../server/src/services/view-types.ts';
import { CaseTable } from './case-table.tsx';
import { useCaseList } from './use-cases.ts';

/** The cases of one's own agency, or of all for the letter office, by what is to be done. */
export function ListPage() {
  const [params, setParams] = useSearchParams();
  const tab = (TABS as readonly string[]).includes(params.get('tab') ?? '') ? (params.get('tab') as Tab) : 'todo';
  const page = Math.max(1, Number(params.get('page')) || 1);
  // Not in the address: what is searched for may be a person's name, and addresses are logged.
  const [search, setSearch] = useState('');
  const [loaded, again] = useCaseList({ tab, search, page });
  const go = (change: Record<string, string>) => setParams({ tab, ...change });
  const find = (text: string) => {
    setSearch(text);
    go({});
  };
  const list = loaded.state === 'here' ? loaded.value : undefined;

  return (
    <Page.Main>
      <Page.Title>{t('list.title')}</Page.Title>
      <Layouts.Header title={t('list.title')} subtitle={t('list.subtitle')} />
      <Layouts.Content>
        <Tabs.Root variant="simple" value={tab} onValueChange={(next: string) => go({ tab: next })}>
          <Box overflow="auto">
            <Tabs.List aria-label={t('list.title')}>
              {TABS.map((each) => (
                <Tabs.Trigger key={each} value={each} style={{ whiteSpace: 'nowrap' }}>
                  {t(`tab.${each}`)}
                  {countOf(each, list)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </Box>
          <Tabs.Content value={tab}>
            <Search key={search} search={search} onSearch={find} />
            {loaded.state === 'loading' && <Loader>{t('load.wait')}</Loader>}
            {loaded.state === 'failed' && (
              <EmptyStateLayout content={loaded.message} action={<Button variant="secondary" onClick={again}>{t('load.again')}</Button>} />
            )}
            {list && list.items.length === 0 && <EmptyStateLayout content={t(emptyKey(tab, search))} hasRadius shadow="tableShadow" />}
            {list && list.items.length > 0 && (
              <>
                <CaseTable items={list.items} />
                <Paging list={list} onPage={(next) => go({ page: String(next) })} />
              </>
            )}
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

function countOf(tab: Tab, list: CaseList | undefined): string {
  const count = tab === 'todo' ? list?.waiting : tab === 'spam' ? list?.quarantined : undefined;
  return count ? `（${count}）` : '';
}

function emptyKey(tab: Tab, search: string): StringKey {
  if (search) return 'empty.search';
  return tab === 'todo' ? 'empty.todo' : tab === 'spam' ? 'empty.spam' : 'empty.other';
}

function Search({ search, onSearch }: { search: string; onSearch(text: string): void }) {
  const [text, setText] = useState(search);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(text);
  };
  return (
    <Box paddingTop={4} paddingBottom={4} maxWidth="44rem" tag="form" role="search" onSubmit={submit}>
      <Searchbar
        name="search"
        value={text}
        placeholder={t('list.search')}
        clearLabel={t('list.clear')}
        onChange={({ target }) => setText(target.value)}
        onClear={() => onSearch('')}
      >
        {t('list.searchLabel')}
      </Searchbar>
    </Box>
  );
}

function Paging({ list: { total, page, pageSize }, onPage }: { list: CaseList; onPage(page: number): void }) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <Flex paddingTop={4} justifyContent="space-between" gap={4} wrap="wrap">
      <Typography textColor="neutral600">{t('list.total', { total })}</Typography>
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
