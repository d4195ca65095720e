import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { isFetchError, Layouts, Page, useFetchClient, useNotification, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useState } from 'react';

import { CodeForm } from './code-form.tsx';
import { Enrolment } from './enrolment.tsx';
import type { Standing } from './gate.tsx';
import { People } from './people.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { type Ask, Refused } from './watch-answers.ts';

const RIGHTS = { update: [{ action: 'admin::users.update', subject: null }] };

/** One's own second factor; for administrators that of the others, too. */
export function SettingsPage() {
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(RIGHTS);
  const [standing, setStanding] = useState<Standing>();
  const [act, setAct] = useState<'enrol' | 'renew' | 'remove'>();
  const [codes, setCodes] = useState<string[]>();
  const ask = useMemo<Ask>(
    () => async (method, path, body) => {
      try {
        const { data } = method === 'GET' ? await get(path) : await post(path, body);
        return (data as { data: unknown }).data as never;
      } catch (error) {
        throw new Refused(isFetchError(error) ? error.message : '没有连上服务器，请检查网络后再试');
      }
    },
    [get, post],
  );
  const read = useCallback(() => {
    ask<Standing>('GET', '/access/second-factor').then(setStanding, (error: Error) => toggleNotification({ type: 'danger', message: error.message }));
  }, [ask, toggleNotification]);
  useEffect(read, [read]);
  const finish = () => {
    setAct(undefined);
    setCodes(undefined);
    read();
  };
  const renew = async (code: string) => setCodes((await ask<{ recoveryCodes: string[] }>('POST', '/access/second-factor/recovery-codes', { code })).recoveryCodes);
  const remove = async (code: string) => {
    await ask('POST', '/access/second-factor/remove', { code });
    toggleNotification({ type: 'success', message: '第二验证已停用' });
    finish();
  };

  return (
    <Page.Main>
      <Page.Title>第二验证</Page.Title>
      <Layouts.Header title="第二验证" subtitle="登录时除了密码，再用手机上的验证器确认是本人" />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Box background="neutral0" shadow="tableShadow" hasRadius padding={6} maxWidth="64rem">
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography tag="h2" variant="beta">我的</Typography>
              {standing && <Typography>{sayStanding(standing)}</Typography>}
              {codes && <RecoveryCodes codes={codes} account={standing?.account ?? ''} onDone={finish} />}
              {!codes && act === 'enrol' && <Enrolment ask={ask} onDone={setCodes} />}
              {!codes && act === 'renew' && <CodeForm label="手机验证器上的六位数字" hint="旧的恢复码全部作废" button="换发恢复码" onSend={renew} />}
              {!codes && act === 'remove' && <CodeForm label="手机验证器上的六位数字" {...(standing?.isRequired ? { hint: '您的角色必须使用：停用后，下次登录要重新启用。换手机时这样做' } : {})} button="停用" onSend={remove} />}
              {standing && !act && !codes && (
                <Flex gap={2} wrap="wrap">
                  {!standing.isEnrolled && <Button onClick={() => setAct('enrol')}>启用</Button>}
                  {standing.isEnrolled && <Button variant="secondary" onClick={() => setAct('renew')}>换发恢复码</Button>}
                  {standing.isEnrolled && <Button variant="danger-light" onClick={() => setAct('remove')}>{standing.isRequired ? '换手机' : '停用'}</Button>}
                </Flex>
              )}
              {act && !codes && (
                <Box>
                  <Button variant="ghost" onClick={finish}>取消</Button>
                </Box>
              )}
            </Flex>
          </Box>
          {allowedActions.canUpdate && <People ask={ask} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function sayStanding({ isEnrolled, isRequired, recoveryCodesLeft }: Standing): string {
  if (isEnrolled) return `已启用。还有 ${recoveryCodesLeft} 个恢复码${recoveryCodesLeft < 3 ? '，请换发' : ''}。`;
  return isRequired ? '还没有启用。您的角色必须使用，下次登录时会要求启用。' : '还没有启用。启用后，别人即使知道密码也进不了您的账号。';
}
