import { Box, Flex, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext } from '@strapi/strapi/admin';

import type { Guide, GuideFinding } from '../../server/src/guides/guide.ts';
import { inspectGuide } from '../../server/src/guides/inspect-guide.ts';

interface PanelProps {
  model: string;
}

/** The side panel of a service guide that says, while it is written, what is contradictory or missing. */
export function GuidePanel({ model }: PanelProps) {
  if (model !== 'api::service-item.service-item') return null;
  return { title: '指南检查', content: <GuideFindings /> };
}
GuidePanel.type = 'guide-findings';

function GuideFindings() {
  const { form } = unstable_useContentManagerContext() as { form?: { values?: Guide } };
  const findings = inspectGuide(form?.values ?? {});
  const contradictions = findings.filter(({ weight }) => weight === 'contradiction');
  const hints = findings.filter(({ weight }) => weight === 'hint');
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography role="status" fontWeight="semiBold" textColor={colourOf(findings)}>
        {summaryOf(contradictions.length, hints.length)}
      </Typography>
      {contradictions.length > 0 && <Findings title="不改不能发布" findings={contradictions} />}
      {hints.length > 0 && <Findings title="建议补上" findings={hints} />}
    </Flex>
  );
}

const colourOf = (findings: readonly GuideFinding[]) =>
  findings.length === 0 ? 'success600' : findings[0]!.weight === 'contradiction' ? 'danger600' : 'warning600';

function summaryOf(contradictions: number, hints: number): string {
  if (contradictions + hints === 0) return '没有发现问题。';
  return [contradictions > 0 && `${contradictions} 处前后矛盾`, hints > 0 && `${hints} 处可以补上`].filter(Boolean).join('，') + '。';
}

function Findings({ title, findings }: { title: string; findings: readonly GuideFinding[] }) {
  return (
    <Box>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {findings.map(({ rule, message, remedy, clause }) => (
          <Box tag="li" key={`${rule} ${message}`}>
            <Typography tag="p">{message}</Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {remedy}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral500">
              {clause}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Box>
  );
}
