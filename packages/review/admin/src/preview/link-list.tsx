import { Box, Button, Flex, Typography } from '@strapi/design-system';

import { sayTime } from '../panel/say-time.ts';
import type { SharedLink } from './shared.ts';

const KINDS = { view: '只看', advice: '提一次意见' } as const;

/** The links that were given out, and the way to take one back. */
export function LinkList({ links, mayShare, onRevoke }: { links: readonly SharedLink[]; mayShare: boolean; onRevoke: (id: number) => void }) {
  if (links.length === 0) return <Typography textColor="neutral600">还没有发出过链接。</Typography>;
  const now = new Date();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="发出的链接">
      {links.map((link) => (
        <Flex tag="li" key={link.id} justifyContent="space-between" gap={4} wrap="wrap">
          <Box>
            <Typography tag="p" fontWeight="semiBold">
              {`${link.label || '没有写发给谁'} · ${KINDS[link.kind]}`}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {`${link.by} ${sayTime(link.madeAt, now)} 生成，${sayTime(link.expiresAt, now)} 到期，${link.openedAt ? `${sayTime(link.openedAt, now)} 打开过` : '还没有打开过'}`}
            </Typography>
          </Box>
          <Flex gap={3}>
            <Typography textColor={link.isOpen ? 'success600' : 'neutral600'}>{link.state}</Typography>
            {link.isOpen && mayShare && (
              <Button size="S" variant="danger-light" onClick={() => onRevoke(link.id)}>
                停用
              </Button>
            )}
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}
