import { Box, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { Stage } from '../../../server/src/flow/flow.ts';
import type { StaffMember } from '../../../server/src/settings/staff.ts';
import type { Place } from './list-places.ts';
import { previewFlow } from './preview-flow.ts';

interface FlowPreviewProps {
  stages: readonly Stage[];
  staff: readonly StaffMember[];
  agencies: readonly Place[];
}

/** Says who will act in the stages for an agency, before anybody waits for them. */
export function FlowPreview({ stages, staff, agencies }: FlowPreviewProps) {
  const peopled = agencies.filter(({ id }) => staff.some((one) => one.agencies.includes(id)));
  const [chosen, setChosen] = useState<string>();
  const agency = chosen ?? peopled[0]?.id ?? agencies[0]?.id;
  if (!agency) return null;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} tag="section" aria-labelledby="flow-preview">
      <Typography tag="h2" variant="delta" id="flow-preview">
        到时候谁来审
      </Typography>
      <Box paddingTop={4} paddingBottom={4} maxWidth="40rem">
        <Field.Root name="agency">
          <Field.Label>以哪个机构的内容为例</Field.Label>
          <SingleSelect value={agency} onChange={(id) => setChosen(String(id))}>
            {agencies.map(({ id, name }) => (
              <SingleSelectOption key={id} value={id}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3} role="status">
        {previewFlow(stages, staff, agency).map(({ name, who, problem }, index) => (
          <li key={index}>
            <Typography fontWeight="bold">{`${index + 1}. ${name || '（没有名称）'}`}</Typography>
            <Typography>{`：${who}`}</Typography>
            {problem && (
              <Typography tag="p" textColor="danger600">
                {problem}
              </Typography>
            )}
          </li>
        ))}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        写过、改过这一稿的人不能审，同一个人不能审两个环节。站点管理员可以代办任何环节。
      </Typography>
    </Box>
  );
}
