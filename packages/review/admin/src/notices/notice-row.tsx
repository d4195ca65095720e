import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { NoticeView } from '../../../server/src/notices/inbox.ts';
import { sayTime } from '../panel/say-time.ts';

const Title = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.6rem;
  font-weight: 600;
  line-height: 1.5;
  overflow-wrap: anywhere;
`;

const COLOURS = {
  urgent: { backgroundColor: 'danger100', textColor: 'danger700' },
  unread: { backgroundColor: 'primary100', textColor: 'primary700' },
  read: { backgroundColor: 'neutral150', textColor: 'neutral600' },
} as const;

/** One notice: what happened, to which document, when. Opening the document means having read it. */
export function NoticeRow({ notice, onMark }: { notice: NoticeView; onMark(isRead: boolean): void }) {
  const { label, title, text, link, at, isRead, isUrgent } = notice;
  const name = title ?? text ?? label;
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4} style={isRead ? { opacity: 0.85 } : { borderInlineStart: '4px solid #0f4b82' }}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={2} flex="1 1 28rem">
          <Flex gap={3} wrap="wrap">
            <Badge {...COLOURS[isRead ? 'read' : isUrgent ? 'urgent' : 'unread']}>{label}</Badge>
            <Typography textColor="neutral600">{sayTime(at, new Date())}</Typography>
          </Flex>
          {link ? (
            <Title to={link} onClick={() => !isRead && onMark(true)}>
              {name}
            </Title>
          ) : (
            <Typography fontWeight="semiBold">{name}</Typography>
          )}
          {text && title && (
            <Typography textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          )}
        </Flex>
        <Button variant="tertiary" size="S" onClick={() => onMark(!isRead)}>
          {isRead ? '标为未读' : '标为已读'}
        </Button>
      </Flex>
    </Box>
  );
}
