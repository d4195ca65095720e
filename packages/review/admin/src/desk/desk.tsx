import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { ListName } from '../../../server/src/desk/lists.ts';
import { type Counts, firstList, shownLists } from './desk-lists.ts';
import { DeskTiles } from './desk-tiles.tsx';
import { DeskRowItem } from './desk-row.tsx';
import { useDeskPage } from './use-desk.ts';

/** What there is to do: how much on each list, and the list that is looked at. */
export function Desk({ counts, signs, children }: { counts: Counts; signs: boolean; children?: React.ReactNode }) {
  const [chosen, setChosen] = useState<ListName>();
  const [page, setPage] = useState(1);
  // The list that was open first stays open although it empties: nobody is moved away while they work.
  const [first] = useState(() => firstList(counts, signs));
  const list = chosen ?? first;
  const found = useDeskPage(list, page);
  const { label, empty } = shownLists({ ...counts, forced: 1 }).find(({ name }) => name === list)!;
  const choose = (name: ListName) => {
    setChosen(name);
    setPage(1);
  };
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }} tag="section" aria-label="我的事">
      <DeskTiles lists={shownLists(counts)} counts={counts} chosen={list} onChoose={choose} />
      <Box paddingTop={5} role="region" aria-label={label} aria-busy={!found}>
        {list === 'mine' && children}
        {!found && <Typography textColor="neutral600">正在查找…</Typography>}
        {found && found.rows.length === 0 && <Typography textColor="neutral600">{empty}</Typography>}
        {found && found.rows.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch">
            {found.rows.map((row) => (
              <DeskRowItem key={`${row.documentId}${row.locale}${row.plan?.kind}`} list={list} row={row} signs={signs} />
            ))}
          </Flex>
        )}
        {found && found.pages > 1 && (
          <Flex gap={3} paddingTop={4} justifyContent="flex-end">
            <Button variant="tertiary" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              上一页
            </Button>
            <Typography textColor="neutral600">{`第 ${found.page} 页，共 ${found.pages} 页`}</Typography>
            <Button variant="tertiary" disabled={page >= found.pages} onClick={() => setPage(page + 1)}>
              下一页
            </Button>
          </Flex>
        )}
      </Box>
    </Box>
  );
}
