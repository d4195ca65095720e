import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { ListName } from '../../../server/src/desk/lists.ts';
import type { DeskRow } from '../../../server/src/desk/routes.ts';
import { describeRow, pathOf } from './describe-row.ts';

const Row = styled.li`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.8rem 1.6rem;
  padding-block: 1.2rem;
  border-block-start: 0.1rem solid ${({ theme }) => theme.colors.neutral150};
  > :first-child {
    flex: 1 1 26rem;
    min-width: 0;
  }
`;

/** A document on the desk: what it is, how it stands, and the way to it. */
export function DeskRowItem({ list, row, signs }: { list: ListName; row: DeskRow; signs: boolean }) {
  const { facts, state, tone, remark, action: offered } = describeRow(list, row, new Date());
  const action = list === 'forced' && !signs ? '打开' : offered;
  const title = row.title || '（没有标题）';
  return (
    <Row>
      <Box>
        <Typography tag={Link} to={pathOf(row)} fontWeight="semiBold" textColor="primary600" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts}
        </Typography>
        {remark && (
          <Typography tag="p" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {`“${remark}”`}
          </Typography>
        )}
      </Box>
      <Flex gap={4}>
        <Typography textColor={tone} fontWeight={tone === 'danger600' ? 'bold' : 'regular'}>
          {state}
        </Typography>
        <LinkButton tag={Link} to={pathOf(row)} variant="tertiary" aria-label={`${action}：${title}`} shrink={0}>
          {action}
        </LinkButton>
      </Flex>
    </Row>
  );
}
