import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

const Codes = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
  gap: 0.8rem 2.4rem;
  font-family: ui-monospace, Consolas, monospace;
  font-size: 1.6rem;
`;

/** Shows recovery codes, this once. */
export function RecoveryCodes({ codes, account, onDone }: { codes: readonly string[]; account: string; onDone(): void }) {
  const [isKept, setKept] = useState(false);
  const text = `明窗 恢复码\r\n账号：${account}\r\n每个只能用一次。请存放在安全的地方。\r\n\r\n${codes.join('\r\n')}\r\n`;
  const save = () => {
    const url = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = '明窗恢复码.txt';
    link.click();
    URL.revokeObjectURL(url);
    setKept(true);
  };
  const copy = () => void navigator.clipboard.writeText(text).then(() => setKept(true), save);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>手机丢了或换了，用它们登录，每个只能用一次。以后不再显示，请打印或存到安全的地方，不要放在这部手机里。</Typography>
      <Box background="neutral100" hasRadius padding={4}>
        <Codes aria-label="恢复码">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </Codes>
      </Box>
      <Flex gap={2} wrap="wrap">
        <Button variant="secondary" size="L" onClick={save}>保存为文件</Button>
        <Button variant="secondary" size="L" onClick={copy}>复制</Button>
        <Button variant="tertiary" size="L" onClick={() => setKept(true)}>我已抄下</Button>
      </Flex>
      <Button size="L" fullWidth disabled={!isKept} onClick={onDone}>
        已保存，进入后台
      </Button>
    </Flex>
  );
}
