import { shanghaiDate } from '@mingchuang/content/dates';
import { Badge, Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink, useNavigate } from 'react-router-dom';

import { t } from '../../strings/t.ts';
import type { CaseListItem } from '../../server/src/services/view-types.ts';
import { DueBadge } from './due-badge.tsx';

const COLUMNS = ['title', 'purpose', 'agency', 'stage', 'received', 'due'] as const;

/** A table of cases; the whole row leads to the case. */
export function CaseTable({ items }: { items: CaseListItem[] }) {
  return (
    <Table colCount={COLUMNS.length} rowCount={items.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`column.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Row key={item.number} item={item} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ item }: { item: CaseListItem }) {
  const navigate = useNavigate();
  return (
    <Tr onClick={() => navigate(item.number)} style={{ cursor: 'pointer' }}>
      <Td>
        <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="26rem">
          <Link tag={NavLink} to={item.number} onClick={(event: { stopPropagation(): void }) => event.stopPropagation()}>
            {item.title}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {item.number}
          </Typography>
        </Flex>
      </Td>
      <Td>
        <Typography>{item.purpose}</Typography>
      </Td>
      <Td>
        <Typography>{item.agencyName ?? t('list.office')}</Typography>
      </Td>
      <Td>
        <Typography>{t(`stage.${item.stage}`)}</Typography>
      </Td>
      <Td>
        <Typography>{shanghaiDate(item.receivedAt)}</Typography>
      </Td>
      <Td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography>{item.dueOn}</Typography>
          <DueBadge due={item.due} />
          {item.rectifyDueOn && (
            <Badge backgroundColor="danger100" textColor="danger700">
              {t('rating.bad')}
            </Badge>
          )}
        </Flex>
      </Td>
    </Tr>
  );
}
