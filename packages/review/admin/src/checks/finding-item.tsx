import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { WaivedFinding } from '../../../server/src/checks/judge.ts';
import { OverrideForm } from './override-form.tsx';

/** What one can do about a finding. */
export interface FindingActions {
  /** A new document has nothing a tick could be kept with. */
  isStored: boolean;
  mayOverride: boolean;
  onGo(finding: WaivedFinding): void;
  onMend(finding: WaivedFinding): void;
  waive(key: string, given?: { reason?: string; isWithdrawn?: boolean }): Promise<boolean>;
}

const Message = styled.button`
  padding: 0;
  border: 0;
  background: none;
  text-align: start;
  cursor: pointer;
  font: inherit;
  font-size: 1.4rem;
  line-height: 1.5;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: underline;
  text-decoration-color: ${({ theme }) => theme.colors.neutral300};
  text-underline-offset: 0.3em;
  &:hover {
    text-decoration-color: currentColor;
  }
`;
const time = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });

/** One finding: a press on it leads to its place, the buttons below settle it. */
export function FindingItem({ finding, ...actions }: { finding: WaivedFinding } & FindingActions) {
  const { message, remedy, clause, fix, span, waiver } = finding;
  return (
    <Box tag="li">
      <Message type="button" onClick={() => actions.onGo(finding)}>
        {message}
      </Message>
      {!waiver && remedy && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {remedy}
        </Typography>
      )}
      {!waiver && clause && (
        <Typography tag="p" variant="pi" textColor="neutral500">
          {clause}
        </Typography>
      )}
      <Flex gap={2} paddingTop={1} wrap="wrap" alignItems="center">
        {!waiver && fix !== undefined && span && (
          <Button size="S" variant="secondary" onClick={() => actions.onMend(finding)}>
            {fix === '' ? '删去' : `改成“${fix}”`}
          </Button>
        )}
        <Settling finding={finding} {...actions} />
      </Flex>
    </Box>
  );
}

function Settling({ finding: { key, level, waiver }, isStored, mayOverride, waive }: { finding: WaivedFinding } & FindingActions) {
  if (level === 'hint') return null;
  if (waiver) return <Settled waiver={waiver} onTakeBack={() => void waive(key, { isWithdrawn: true })} />;
  if (level === 'block') return mayOverride && isStored ? <OverrideForm onSend={(reason) => waive(key, { reason })} /> : null;
  if (!isStored) return <Typography variant="pi" textColor="neutral600">先点一次“保存”，就可以打勾。</Typography>;
  return <Checkbox onCheckedChange={(isChecked) => void (isChecked === true && waive(key))}>已核对，没有问题</Checkbox>;
}

function Settled({ waiver: { kind, name, at, reason }, onTakeBack }: { waiver: NonNullable<WaivedFinding['waiver']>; onTakeBack: () => void }) {
  return (
    <>
      <Typography variant="pi" textColor="success700">
        {`${name} ${time.format(new Date(at))} ${kind === 'overridden' ? `放行：${reason}` : '已核对'}`}
      </Typography>
      <Button size="S" variant="ghost" onClick={onTakeBack}>
        收回
      </Button>
    </>
  );
}
