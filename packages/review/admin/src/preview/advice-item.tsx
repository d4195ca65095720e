import { Box, Typography } from '@strapi/design-system';

import { sayTime } from '../panel/say-time.ts';
import type { AdviceShown } from './shared.ts';

/** What somebody without an account said of a draft, and who they said they are. */
export function AdviceItem({ advice: { verdict, isAgreed, text, name, organisation, role, at, version } }: { advice: AdviceShown }) {
  return (
    <Box tag="li">
      <Typography tag="p" fontWeight="semiBold" textColor={isAgreed ? 'success700' : 'warning700'}>
        {verdict}
      </Typography>
      {text && (
        <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {`${name} · ${[organisation, role].filter(Boolean).join(' ')} · ${sayTime(at, new Date())} · 针对第 ${version} 版`}
      </Typography>
    </Box>
  );
}
