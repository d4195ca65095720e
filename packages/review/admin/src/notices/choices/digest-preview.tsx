import { Box, Typography } from '@strapi/design-system';

import { sayTime } from '../../panel/say-time.ts';
import { Loading } from '../loading.tsx';
import { Part } from '../part.tsx';
import { useLoad } from '../use-load.ts';

interface Digest {
  dueAt: string;
  count: number;
  letter: { subject: string; text: string } | null;
}

/** The next digest, as it would be sent now. @param round Changed when it may have become another. */
export function DigestPreview({ round }: { round: number }) {
  const { loaded, again } = useLoad<Digest>(`/review/notices/digest?round=${round}`);
  return (
    <Part title="下一封汇总信">
      <Loading loaded={loaded} again={again}>
        {({ dueAt, letter }) =>
          letter ? (
            <>
              <Typography tag="p" textColor="neutral600">{`${sayTime(dueAt, new Date())}发出。到那时已读的不会再写进去。`}</Typography>
              <Box marginTop={3} padding={4} background="neutral100" hasRadius>
                <Typography tag="p" fontWeight="semiBold">
                  {letter.subject}
                </Typography>
                <Typography tag="pre" paddingTop={3} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit' }}>
                  {letter.text}
                </Typography>
              </Box>
            </>
          ) : (
            <Typography textColor="neutral600">{`目前没有要汇总的通知。有的话，${sayTime(dueAt, new Date())}发出。`}</Typography>
          )
        }
      </Loading>
    </Part>
  );
}
