import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A titled part of the page, with what it is good for. */
export function Card({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} tag="section" aria-label={title}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      <Box paddingTop={1} paddingBottom={4}>
        <Typography tag="p" variant="omega" textColor="neutral600">
          {help}
        </Typography>
      </Box>
      {children}
    </Box>
  );
}
