import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { WaivedFinding } from '../../../server/src/checks/judge.ts';
import { FindingItem, type FindingActions } from './finding-item.tsx';
import { groupFindings, sumUp, type FindingGroup } from './say-findings.ts';

/** Longer lists are opened by whoever wants them whole. */
const SHOWN = 6;
const COLOURS = { good: 'success600', open: 'warning600', bad: 'danger600' } as const;

interface FindingGroupsProps extends FindingActions {
  findings: readonly WaivedFinding[];
  gate: string;
  /** Whether the server has said its part. */
  isKnown: boolean;
  trouble: string | undefined;
}

/** What the checks have found, the heaviest first. */
export function FindingGroups({ findings, gate, isKnown, trouble, ...actions }: FindingGroupsProps) {
  const { text, tone } = sumUp(findings, gate);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography role="status" fontWeight="semiBold" textColor={isKnown || findings.length > 0 ? COLOURS[tone] : 'neutral600'}>
        {isKnown || findings.length > 0 ? text : '正在检查…'}
      </Typography>
      {trouble && (
        <Typography role="alert" textColor="danger600">
          {trouble}
        </Typography>
      )}
      {groupFindings(findings, gate).map((group) => (
        <Group key={group.level} group={group} {...actions} />
      ))}
    </Flex>
  );
}

function Group({ group: { title, findings }, ...actions }: { group: FindingGroup } & FindingActions) {
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? findings : findings.slice(0, SHOWN);
  return (
    <Box>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingTop={2}>
        {shown.map((finding, index) => (
          <FindingItem key={`${finding.key} ${index}`} finding={finding} {...actions} />
        ))}
      </Flex>
      {findings.length > shown.length && (
        <Box paddingTop={3}>
          <Button variant="tertiary" size="S" onClick={() => setIsOpen(true)}>
            {`还有 ${findings.length - shown.length} 处`}
          </Button>
        </Box>
      )}
    </Box>
  );
}
