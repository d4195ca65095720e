import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A white area of these pages with a heading. */
export function Part({ title, hint, aside, children }: { title: string; hint?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
      <Flex justifyContent="space-between" alignItems="center" gap={3} paddingBottom={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
          {hint && (
            <Typography tag="p" textColor="neutral600">
              {hint}
            </Typography>
          )}
        </Flex>
        {aside}
      </Flex>
      {children}
    </Box>
  );
}
