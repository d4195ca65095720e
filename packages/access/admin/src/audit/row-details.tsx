import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { nameOf, type Row, timeOf } from './say-row.ts';
import type { Filters } from './use-audit.ts';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0.6rem 1.6rem;
  @media (max-width: 48rem) {
    grid-template-columns: minmax(0, 1fr);
  }
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
const Change = styled.table`
  width: 100%;
  table-layout: fixed;
  border-collapse: collapse;
  caption {
    text-align: start;
    padding-bottom: 0.6rem;
  }
  th,
  td {
    padding: 0.6rem 0.8rem;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral0};
  }
  th {
    font-weight: 600;
  }
`;

/** Everything one row tells. */
export function RowDetails({ row, onNarrow }: { row: Row; onNarrow(filters: Partial<Filters>): void }) {
  const facts: [string, string | null][] = [
    ['序号', String(row.sequence)],
    ['时间', `${timeOf(row.at)}（北京时间）`],
    ['人员', `${nameOf(row)}${row.actor?.includes(':') ? `（${row.actor}）` : ''}`],
    ['来自', [row.address, row.agent].filter(Boolean).join('　')],
    ['请求编号', row.request_id],
    ['对象', [row.subject_title, row.subject_type, row.subject_id, row.subject_locale].filter(Boolean).join('　')],
    ['说明', row.note],
    ['校验值', row.hash],
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Facts>
        {facts.filter(([, value]) => value).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <Typography tag="dt">{name}</Typography>
            <Typography tag="dd">{value}</Typography>
          </div>
        ))}
      </Facts>
      <Changes before={read(row.before)} after={read(row.after)} />
      <Flex gap={2} wrap="wrap">
        {row.actor?.includes(':') && <Button size="S" variant="tertiary" onClick={() => onNarrow({ actor: row.actor! })}>只看这个人的</Button>}
        {row.subject_id && <Button size="S" variant="tertiary" onClick={() => onNarrow({ subject: row.subject_id! })}>只看这个对象的</Button>}
      </Flex>
    </Flex>
  );
}

const read = (json: string | null) => (json ? (JSON.parse(json) as Record<string, unknown>) : {});
const say = (value: unknown) => (value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value, null, 1));

function Changes({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (names.length === 0) return null;
  return (
    <Box overflow="auto">
      <Change>
        <caption>
          <Typography fontWeight="semiBold">变化的内容</Typography>
        </caption>
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">之前</th>
            <th scope="col">之后</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{say(before[name])}</td>
              <td>{say(after[name])}</td>
            </tr>
          ))}
        </tbody>
      </Change>
    </Box>
  );
}
