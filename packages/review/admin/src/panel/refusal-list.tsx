import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';

import { type FieldLabel, labelOf } from '../fields/field-labels.ts';
import { focusField } from '../fields/focus-field.ts';
import type { Reason } from './refusal.ts';

const ToField = styled.button`
  padding: 0;
  border: 0;
  background: none;
  cursor: pointer;
  text-decoration: underline;
  color: ${({ theme }) => theme.colors.danger700};
  font-weight: 600;
  font-size: 1.4rem;
`;

interface RefusalListProps {
  title: string;
  reasons: readonly Reason[];
  fields: readonly FieldLabel[];
  /** Called before a field is gone to, where something lies over the form. */
  onLeave?: () => void;
}

/** Every reason of a refusal at once, each with the way to its field. */
export function RefusalList({ title, reasons, fields, onLeave }: RefusalListProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: false }), [reasons]);
  return (
    <Box ref={box} role="alert" tabIndex={-1} background="danger100" padding={3} hasRadius>
      <Typography tag="p" fontWeight="bold" textColor="danger700">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {reasons.map((reason) => (
          <li key={`${reason.field} ${reason.message}`}>
            <OneReason reason={reason} label={reason.field ? labelOf(fields, reason.field) : undefined} onLeave={onLeave} />
          </li>
        ))}
      </Flex>
    </Box>
  );
}

interface OneReasonProps {
  reason: Reason;
  label: string | undefined;
  onLeave: (() => void) | undefined;
}

function OneReason({ reason: { message, remedy, field }, label, onLeave }: OneReasonProps) {
  const go = () => {
    onLeave?.();
    // A dialog gives the keyboard back to what opened it when it closes.
    setTimeout(() => focusField(field!), onLeave ? 300 : 0);
  };
  return (
    <>
      {field && label && (
        <>
          <ToField type="button" onClick={go} aria-label={`${label}：去修改`}>
            {label}
          </ToField>
          <Typography textColor="neutral800">：</Typography>
        </>
      )}
      <Typography textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
        {message}
      </Typography>
      {remedy && (
        <Typography tag="p" variant="pi" textColor="neutral700">
          {remedy}
        </Typography>
      )}
    </>
  );
}
