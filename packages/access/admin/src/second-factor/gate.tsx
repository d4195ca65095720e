import { Box, Button, DesignSystemProvider, Flex, lightTheme, Loader, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { createGlobalStyle, styled } from 'styled-components';

import { Enrolment } from './enrolment.tsx';
import { Entry } from './entry.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { type Ask, Refused } from './watch-answers.ts';

export interface Standing {
  account: string;
  isRequired: boolean;
  isEnrolled: boolean;
  isPending: boolean;
  recoveryCodesLeft: number;
}

const Whole = styled(Box)`
  position: fixed;
  inset: 0;
  z-index: 1000;
  overflow: auto;
`;
const Still = createGlobalStyle`body { overflow: hidden; }`;

const blue = { primary100: '#e8f1f9', primary200: '#c5dbee', primary500: '#2b6ca8', primary600: '#0f4b82', primary700: '#0b3a66', buttonPrimary500: '#2b6ca8', buttonPrimary600: '#0f4b82' };
const theme = { ...lightTheme, colors: { ...lightTheme.colors, ...blue } };

/** Asks for the second factor, or helps to set it up; then the page begins anew. */
export function Gate({ ask }: { ask: Ask }) {
  const [standing, setStanding] = useState<Standing>();
  const [problem, setProblem] = useState<string>();
  const [codes, setCodes] = useState<string[]>();
  useEffect(() => {
    ask<Standing>('GET', '/access/second-factor').then(setStanding, (error: unknown) => setProblem(error instanceof Refused ? error.message : '没有读到，请刷新页面'));
  }, [ask]);
  const leave = () => {
    void ask('POST', '/admin/logout', {})
      .catch(() => undefined)
      .finally(() => window.location.assign(`${window.location.pathname.split('/admin')[0] ?? ''}/admin/auth/login`));
  };
  const done = () => window.location.reload();

  return (
    <DesignSystemProvider locale="zh-Hans" theme={theme}>
      <Still />
      <Whole background="neutral100" role="dialog" aria-modal="true" aria-labelledby="second-factor-title">
        <Flex minHeight="100%" alignItems="center" justifyContent="center" padding={{ initial: 3, medium: 6 }}>
          <Box background="neutral0" shadow="tableShadow" hasRadius padding={{ initial: 5, medium: 8 }} width="100%" maxWidth="52rem">
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Flex direction="column" alignItems="stretch" gap={2}>
                <Typography id="second-factor-title" tag="h1" variant="alpha">
                  {titleOf(standing, codes)}
                </Typography>
                {standing && <Typography textColor="neutral600">账号：{standing.account}</Typography>}
              </Flex>
              {problem && <Typography role="alert" textColor="danger600">{problem}</Typography>}
              {!standing && !problem && <Loader>正在读取</Loader>}
              {codes && <RecoveryCodes codes={codes} account={standing?.account ?? ''} onDone={done} />}
              {standing && !codes && (standing.isEnrolled ? <Entry ask={ask} onDone={done} /> : <Enrolment ask={ask} onDone={setCodes} />)}
              {!codes && (
                <Box>
                  <Button variant="ghost" onClick={leave}>退出，换个账号</Button>
                </Box>
              )}
            </Flex>
          </Box>
        </Flex>
      </Whole>
    </DesignSystemProvider>
  );
}

function titleOf(standing: Standing | undefined, codes: string[] | undefined): string {
  if (codes) return '请保存恢复码';
  return standing && !standing.isEnrolled ? '启用第二验证' : '第二验证';
}
