import { Box, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import { sayAction } from '../../../server/src/audit/words.ts';
import { RowDetails } from './row-details.tsx';
import { nameOf, type Row, timeOf } from './say-row.ts';
import type { Filters } from './use-audit.ts';

const List = styled.ol`
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: 4px;
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;
const Line = styled.button`
  display: grid;
  width: 100%;
  grid-template-columns: 15rem 12rem 14rem minmax(0, 1fr) 13rem;
  gap: 1.2rem;
  padding: 1.2rem 1.6rem;
  text-align: start;
  align-items: baseline;
  &:hover,
  &[aria-expanded='true'] {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  @media (max-width: 64rem) {
    grid-template-columns: max-content minmax(0, 1fr);
    row-gap: 0.4rem;
  }
`;
const Item = styled.li`
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** Rows of the audit, one line each; a line opens to all that is known. */
export function RowList({ rows, onNarrow }: { rows: readonly Row[]; onNarrow(filters: Partial<Filters>): void }) {
  const [open, setOpen] = useState<number>();
  return (
    <List>
      {rows.map((row) => (
        <Item key={row.sequence}>
          <Line type="button" aria-expanded={open === row.sequence} onClick={() => setOpen(open === row.sequence ? undefined : row.sequence)}>
            <Typography textColor="neutral600">{timeOf(row.at)}</Typography>
            <Typography fontWeight="semiBold">{nameOf(row)}</Typography>
            <Typography textColor={isAlarming(row.action!) ? 'danger600' : 'neutral800'}>{sayAction(row.action!)}</Typography>
            <Typography ellipsis>{row.subject_title ?? row.note ?? row.subject_id ?? ''}</Typography>
            <Typography textColor="neutral600" ellipsis>
              {row.address ?? ''}
            </Typography>
          </Line>
          {open === row.sequence && (
            <Box padding={4} background="neutral100">
              <RowDetails row={row} onNarrow={onNarrow} />
            </Box>
          )}
        </Item>
      ))}
    </List>
  );
}

/** What somebody should look into. */
const isAlarming = (action: string) => action === 'audit.alarm' || /\.(fail|lock)$/.test(action);
