import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import type { Colleague, Remark } from '../../../server/src/remarks/remark.ts';
import { focusField } from '../fields/focus-field.ts';
import { sayTime } from '../panel/say-time.ts';
import type { Reason } from '../panel/refusal.ts';
import { splitMentions } from './mention.ts';
import { RemarkForm } from './remark-form.tsx';
import type { Writing } from './use-remarks.ts';

const Plain = styled.button`
  padding: 0;
  border: 0;
  background: none;
  cursor: pointer;
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.primary600};
  &:hover {
    text-decoration: underline;
  }
`;

interface RemarkItemProps {
  remark: Remark;
  /** The label of its field. */
  label: string | undefined;
  isShown: boolean;
  mayWrite: boolean;
  colleagues: readonly Colleague[];
  onAnswer: (writing: Writing) => Promise<readonly Reason[] | undefined>;
  onSettle: (settled: boolean) => Promise<readonly Reason[] | undefined>;
}

/** A remark with its answers. */
export function RemarkItem({ remark, label, isShown, mayWrite, colleagues, onAnswer, onSettle }: RemarkItemProps) {
  const [isAnswering, setIsAnswering] = useState(false);
  const { id, kind, field, settled, answers } = remark;
  return (
    <Box tag="li" id={`remark-${id}`} tabIndex={-1} padding={3} hasRadius background={isShown ? 'warning100' : 'neutral100'} width="100%">
      <Flex gap={2} wrap="wrap" paddingBottom={1}>
        {kind === 'return' && <Badge backgroundColor="danger100" textColor="danger700">退回意见</Badge>}
        {field && (
          <Plain type="button" onClick={() => focusField(field)} aria-label={`去看“${label ?? field}”`}>
            {label ?? field}
          </Plain>
        )}
      </Flex>
      <Said {...remark} />
      {answers.map((answer) => (
        <Box key={answer.id} paddingLeft={3} paddingTop={2} borderColor="neutral300" borderStyle="solid" borderWidth="0 0 0 2px" marginTop={2}>
          <Said {...answer} />
        </Box>
      ))}
      {settled && (
        <Typography tag="p" variant="pi" textColor="success700" paddingTop={2}>
          {`${settled.name} ${sayTime(settled.at, new Date())} 标为已处理`}
        </Typography>
      )}
      {mayWrite && !isAnswering && (
        <Flex gap={4} paddingTop={2}>
          <Plain type="button" onClick={() => setIsAnswering(true)}>
            回复
          </Plain>
          <Plain type="button" onClick={() => void onSettle(!settled)}>
            {settled ? '重新打开' : '标为已处理'}
          </Plain>
        </Flex>
      )}
      {isAnswering && (
        <Box paddingTop={3}>
          <RemarkForm label="回复" colleagues={colleagues} onSend={(writing) => onAnswer({ ...writing, parent: id })} onClose={() => setIsAnswering(false)} />
        </Box>
      )}
    </Box>
  );
}

function Said({ author, at, text, mentions }: Pick<Remark, 'author' | 'at' | 'text' | 'mentions'>) {
  return (
    <>
      <Typography tag="p" variant="pi" textColor="neutral600">
        <b>{author.name}</b> {sayTime(at, new Date())}
      </Typography>
      <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {splitMentions(text, mentions).map((part, index) => (part.id === undefined ? part.text : <b key={index}>{part.text}</b>))}
      </Typography>
    </>
  );
}
