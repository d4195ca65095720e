import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Step } from './describe-standing.ts';

const SAID = { done: '已完成', current: '正在进行', waiting: '还没有到' } as const;

const List = styled.ol`
  list-style: none;
  display: flex;
  flex-direction: column;
`;
const Item = styled.li`
  display: grid;
  grid-template-columns: 2rem 1fr;
  column-gap: 1rem;
  padding-bottom: 1.2rem;
  position: relative;
  &:last-child {
    padding-bottom: 0;
  }
  &:not(:last-child)::before {
    content: '';
    position: absolute;
    inset: 2rem auto 0 0.9rem;
    width: 0.2rem;
    background: ${({ theme }) => theme.colors.neutral200};
  }
  &[data-state='done']:not(:last-child)::before {
    background: ${({ theme }) => theme.colors.success500};
  }
`;
const Mark = styled.span`
  width: 2rem;
  height: 2rem;
  border-radius: 50%;
  display: grid;
  place-items: center;
  border: 0.2rem solid ${({ theme }) => theme.colors.neutral300};
  background: ${({ theme }) => theme.colors.neutral0};
  [data-state='current'] & {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: inset 0 0 0 0.3rem ${({ theme }) => theme.colors.neutral0};
    background: ${({ theme }) => theme.colors.primary600};
  }
  [data-state='done'] & {
    border-color: ${({ theme }) => theme.colors.success600};
    background: ${({ theme }) => theme.colors.success600};
  }
  svg {
    width: 1.2rem;
    height: 1.2rem;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.neutral0};
  }
`;

/** The way of a document from writing to signing, and where on it it stands. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <List aria-label="审核进度">
      {steps.map(({ name, state, lines }) => (
        <Item key={name} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <Mark aria-hidden>{state === 'done' && <Check />}</Mark>
          <Box>
            <Flex gap={2} alignItems="baseline" wrap="wrap">
              <Typography fontWeight={state === 'current' ? 'bold' : 'semiBold'} textColor={state === 'waiting' ? 'neutral600' : 'neutral800'}>
                {name}
                <VisuallyHidden>{`，${SAID[state]}`}</VisuallyHidden>
              </Typography>
            </Flex>
            {lines.map((line) => (
              <Typography key={line} tag="p" variant="pi" textColor="neutral600" style={{ wordBreak: 'keep-all', overflowWrap: 'anywhere' }}>
                {line}
              </Typography>
            ))}
          </Box>
        </Item>
      ))}
    </List>
  );
}
