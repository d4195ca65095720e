import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information } from '@strapi/icons';
import type { ReactNode } from 'react';

const TONES = { info: 'primary', done: 'success' } as const;

/** Something to know that stays on the page: unlike an alert of the design system it has no button that would close it. */
export function Callout({ tone = 'info', title, children }: { tone?: keyof typeof TONES; title: string; children: ReactNode }) {
  const color = TONES[tone];
  const Icon = tone === 'done' ? CheckCircle : Information;
  return (
    <Flex role="status" gap={3} alignItems="flex-start" padding={4} hasRadius background={`${color}100`} borderColor={`${color}200`}>
      <Flex paddingTop={1} shrink={0}>
        <Icon aria-hidden fill={`${color}600`} />
      </Flex>
      <Box minWidth={0}>
        <Typography tag="p" fontWeight="bold">
          {title}
        </Typography>
        {children}
      </Box>
    </Flex>
  );
}
