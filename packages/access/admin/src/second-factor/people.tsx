import { Badge, Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { styled } from 'styled-components';

import type { Ask } from './watch-answers.ts';

interface Person {
  id: number;
  name: string;
  email: string;
  roles: string[];
  isActive: boolean;
  isRequired: boolean;
  isEnrolled: boolean;
  canReset: boolean;
}

const Line = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) auto auto;
  gap: 0.8rem 1.6rem;
  align-items: center;
  padding: 1.2rem 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  @media (max-width: 48rem) {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  > :nth-child(3) {
    justify-self: start;
  }
`;

/** Who has a second factor, and resetting a lost one. */
export function People({ ask }: { ask: Ask }) {
  const [people, setPeople] = useState<Person[]>([]);
  const [chosen, setChosen] = useState<Person>();
  const { toggleNotification } = useNotification();
  const read = useCallback(() => {
    ask<Person[]>('GET', '/access/second-factors').then(setPeople, (error: Error) => toggleNotification({ type: 'danger', message: error.message }));
  }, [ask, toggleNotification]);
  useEffect(read, [read]);
  const reset = async ({ id, name }: Person) => {
    try {
      await ask('POST', `/access/second-factors/${id}/reset`, {});
      toggleNotification({ type: 'success', message: `已重置${name}的第二验证，并结束了其所有登录` });
      read();
    } catch (error) {
      toggleNotification({ type: 'danger', message: (error as Error).message });
    }
    setChosen(undefined);
  };
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Typography tag="h2" variant="beta">所有人的</Typography>
      <Box paddingTop={2} paddingBottom={4}>
        <Typography textColor="neutral600">有人丢了手机、恢复码也没有了，就在这里重置：先当面或打电话确认是本人。重置后其所有登录立即结束，下次登录时重新启用。</Typography>
      </Box>
      <ul>
        {people.map((person) => (
          <Line key={person.id}>
            <Flex direction="column" alignItems="flex-start">
              <Typography fontWeight="semiBold">{person.name}{person.isActive ? '' : '（已停用）'}</Typography>
              <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>{person.email}</Typography>
            </Flex>
            <Typography>{person.roles.join('、')}</Typography>
            <Badge active={person.isEnrolled}>{person.isEnrolled ? '已启用' : person.isRequired ? '登录时启用' : '未启用'}</Badge>
            <Button size="S" variant="tertiary" disabled={!person.isEnrolled || !person.canReset} onClick={() => setChosen(person)}>
              重置
            </Button>
          </Line>
        ))}
      </ul>
      <Dialog.Root open={chosen !== undefined} onOpenChange={(isOpen: boolean) => !isOpen && setChosen(undefined)}>
        <Dialog.Content>
          <Dialog.Header>重置{chosen?.name}的第二验证？</Dialog.Header>
          <Dialog.Body>请先确认提出的人是本人。这一操作会记入审计。</Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">取消</Button>
            </Dialog.Cancel>
            <Button fullWidth variant="danger-light" onClick={() => chosen && void reset(chosen)}>重置</Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Box>
  );
}
