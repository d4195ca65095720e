import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';

import { CodeForm } from './code-form.tsx';
import { QrCode } from './qr-code.tsx';
import { type Ask, Refused } from './watch-answers.ts';

interface Begun {
  secret: string;
  uri: string;
}

/** Binds a phone: scan, then show a first code. `onDone` gets the recovery codes. */
export function Enrolment({ ask, onDone }: { ask: Ask; onDone(codes: string[]): void }) {
  const [begun, setBegun] = useState<Begun>();
  const [problem, setProblem] = useState<string>();
  // Each beginning makes a new secret: once is enough, also where effects run twice.
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    ask<Begun>('POST', '/access/second-factor/enrolment', {}).then(setBegun, (error: unknown) => setProblem(error instanceof Refused ? error.message : '没有成功，请刷新页面'));
  }, [ask]);
  const confirm = async (code: string) => onDone((await ask<{ recoveryCodes: string[] }>('POST', '/access/second-factor/enrolment/confirm', { code })).recoveryCodes);

  if (problem) return <Typography role="alert" textColor="danger600">{problem}</Typography>;
  if (!begun) return <Loader>正在准备</Loader>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>管理员和签发人除了密码，还要用手机上的验证器确认是本人。设置一次，约两分钟。</Typography>
      <Typography>一、在手机上打开验证器应用（例如腾讯身份验证器、Microsoft Authenticator、FreeOTP，微信小程序也可以），选择“扫一扫”。</Typography>
      <Flex justifyContent="center">
        <QrCode text={begun.uri} />
      </Flex>
      <Box tag="details">
        <Typography tag="summary" textColor="primary600">扫不了？手工输入密钥</Typography>
        <Box paddingTop={2}>
          <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere', letterSpacing: '0.1em' }}>
            {begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </Typography>
        </Box>
      </Box>
      <CodeForm label="二、输入验证器显示的六位数字" button="启用" onSend={confirm} />
    </Flex>
  );
}
