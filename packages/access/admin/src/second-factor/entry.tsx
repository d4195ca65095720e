import { Box, Button, Flex } from '@strapi/design-system';
import { useState } from 'react';

import { CodeForm } from './code-form.tsx';
import type { Ask } from './watch-answers.ts';

/** Asks for a code of the phone, or for a recovery code. */
export function Entry({ ask, onDone }: { ask: Ask; onDone(): void }) {
  const [hasPhone, setHasPhone] = useState(true);
  const send = (name: 'code' | 'recoveryCode') => async (code: string) => {
    await ask('POST', '/access/second-factor/verify', { [name]: code });
    onDone();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {hasPhone ? (
        <CodeForm key="phone" label="手机验证器上的六位数字" hint="打开手机上的验证器应用，找到“明窗”。每个数字半分钟内有效，只能用一次" button="继续" onSend={send('code')} />
      ) : (
        <CodeForm key="recovery" isRecovery label="恢复码" hint="启用时保存的十个恢复码中的一个，例如 K7QM-2XPD-9FHT。每个只能用一次" button="继续" onSend={send('recoveryCode')} />
      )}
      <Box>
        <Button variant="ghost" onClick={() => setHasPhone(!hasPhone)}>
          {hasPhone ? '手机不在身边？用恢复码' : '用手机验证器'}
        </Button>
      </Box>
      {!hasPhone && <Box tag="p">恢复码也没有了：请另一位管理员在“设置 → 第二验证”里为您重置。</Box>}
    </Flex>
  );
}
