import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A titled part of the case page. */
export function Card({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} tag="section" aria-label={title}>
      <Flex justifyContent="space-between" alignItems="center" gap={3} paddingBottom={4} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {aside}
      </Flex>
      {children}
    </Box>
  );
}

/** Plain text as its writer parted it: blank lines make paragraphs, single ones stay. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3} maxWidth="68rem">
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <Typography key={index} tag="p" variant="omega" style={{ whiteSpace: 'pre-line', fontSize: '1.6rem', lineHeight: 1.8 }}>
          {paragraph.trim()}
        </Typography>
      ))}
    </Flex>
  );
}
