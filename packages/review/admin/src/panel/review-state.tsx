import { Box, Divider, Flex, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { FieldLabel } from '../fields/field-labels.ts';
import { RemarksSection } from '../remarks/remarks-section.tsx';
import type { Document } from '../remarks/use-remarks.ts';
import { describeStanding } from './describe-standing.ts';
import { Moves } from './moves.tsx';
import { Steps } from './steps.tsx';
import { useStanding } from './use-standing.ts';

interface ReviewStateProps {
  document: Document;
  /** Changes when the document was saved. */
  version: string;
  fields: readonly FieldLabel[];
}

/** Where the document stands, who has it, what is due, the next step, and what colleagues say. */
export function ReviewState({ document, version, fields }: ReviewStateProps) {
  const { standing, make } = useStanding(document, version);
  const [moved, setMoved] = useState(0);
  const user = useAuth('ReviewState', (state) => state.user);
  if (!standing) return <Typography textColor="neutral600">正在查询…</Typography>;
  const said = describeStanding(standing, { id: Number(user?.id), roles: (user?.roles ?? []).map(({ code }) => code) }, new Date());
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Box role="status" aria-live="polite">
        <Typography tag="p" variant="delta" fontWeight="bold" textColor={said.tone}>
          {said.headline}
        </Typography>
        {said.due && (
          <Typography tag="p" fontWeight={said.due.isOverdue ? 'bold' : 'regular'} textColor={said.due.isOverdue ? 'danger600' : 'neutral700'}>
            {said.due.text}
          </Typography>
        )}
        {said.notes.map((note) => (
          <Typography tag="p" key={note} textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
            {note}
          </Typography>
        ))}
      </Box>
      {said.steps.length > 0 && <Steps steps={said.steps} />}
      <Moves standing={standing} said={said} document={document} fields={fields} make={make} onMade={() => setMoved(moved + 1)} />
      {said.contributors && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {`写过这一稿的：${said.contributors}。写过的人不能审。`}
        </Typography>
      )}
      <Divider />
      <RemarksSection document={document} fields={fields} version={`${version}:${moved}:${standing.remarks}`} />
    </Flex>
  );
}
