import { Box, Field, Flex, Grid, IconButton, MultiSelect, MultiSelectOption, NumberInput, Radio, TextInput, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import type { ReactNode } from 'react';

import type { Stage } from '../../../server/src/flow/flow.ts';
import type { StaffMember } from '../../../server/src/settings/staff.ts';
import { ROLE_NAMES } from './role-names.ts';

interface StageFieldsProps {
  stage: Stage;
  at: number;
  count: number;
  staff: readonly StaffMember[];
  /** By field: `stages.0.name`. */
  problems: Record<string, string>;
  onChange: (stage: Stage) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One stage of a flow: its name, who acts, whether one is enough, how long it may take. */
export function StageFields({ stage, at, count, staff, problems, onChange, onMove, onRemove }: StageFieldsProps) {
  const { name, roles, users, countersign, days } = stage;
  const field = (part: string, label: string, input: ReactNode, hint?: string) => {
    const problem = problems[`stages.${at}.${part}`];
    return (
      <Field.Root name={`stages.${at}.${part}`} {...(problem ? { error: problem } : {})} {...(hint ? { hint } : {})}>
        <Field.Label>{label}</Field.Label>
        {input}
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  };
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex justifyContent="space-between" paddingBottom={4}>
        <Typography tag="h2" variant="delta">
          {`第 ${at + 1} 个环节`}
        </Typography>
        <Flex gap={1}>
          <IconButton label="往前移" disabled={at === 0} onClick={() => onMove(at - 1)}>
            <ArrowUp />
          </IconButton>
          <IconButton label="往后移" disabled={at === count - 1} onClick={() => onMove(at + 1)}>
            <ArrowDown />
          </IconButton>
          <IconButton label={`删除环节“${name}”`} disabled={count === 1} onClick={onRemove}>
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      <Grid.Root gap={4}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          {field('name', '环节名称', <TextInput value={name} placeholder="例如：初审" onChange={({ target }: { target: HTMLInputElement }) => onChange({ ...stage, name: target.value })} />)}
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          {field('days', '办理时限（工作日）', <NumberInput value={days} min={1} max={60} onValueChange={(value: number | undefined) => onChange({ ...stage, days: value ?? 0 })} />, '从上一环节通过的第二天算起，按国务院节假日安排。')}
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          {field(
            'roles',
            '哪些角色',
            <MultiSelect withTags clearLabel="不按角色" placeholder="不按角色" value={roles} onChange={(value: string[]) => onChange({ ...stage, roles: value as Stage['roles'] })} onClear={() => onChange({ ...stage, roles: [] })}>
              {Object.entries(ROLE_NAMES).map(([code, label]) => (
                <MultiSelectOption key={code} value={code}>
                  {label}
                </MultiSelectOption>
              ))}
            </MultiSelect>,
            '内容所属机构里有这个角色的人。',
          )}
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          {field(
            'users',
            '指定的人',
            <MultiSelect withTags clearLabel="不指定" placeholder="不指定" value={users.map(String)} onChange={(value: string[]) => onChange({ ...stage, users: value.map(Number) })} onClear={() => onChange({ ...stage, users: [] })}>
              {staff.map((one) => (
                <MultiSelectOption key={one.id} value={String(one.id)}>
                  {one.name}
                </MultiSelectOption>
              ))}
            </MultiSelect>,
            '和角色可以同时选。',
          )}
        </Grid.Item>
        {roles.length + users.length > 1 && (
          <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
            {field(
              'countersign',
              '会签',
              <Radio.Group aria-label="会签" value={countersign} onValueChange={(value: string) => onChange({ ...stage, countersign: value as Stage['countersign'] })}>
                <Radio.Item value="any">任一人通过，就到下一环节</Radio.Item>
                <Radio.Item value="all">会签：上面每个角色一位、每个指定的人，都要通过</Radio.Item>
              </Radio.Group>,
            )}
          </Grid.Item>
        )}
      </Grid.Root>
    </Box>
  );
}
