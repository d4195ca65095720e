import { Box, Button, Combobox, ComboboxOption, Field, Flex, MultiSelect, MultiSelectOption, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';

import type { Choices } from '../../../server/src/grants/choices.ts';
import type { Grant, GrantInput } from '../../../server/src/grants/grant.ts';
import { OWN } from './describe-grant.ts';

interface Props {
  /** What is changed; nothing for a new grant. */
  grant?: Grant;
  choices: Choices;
  onSave(input: GrantInput): Promise<string | undefined>;
  onClose(): void;
}

const EVERY = 'every';

/** A grant being made or changed: 谁，以什么角色，在哪个站点、栏目和机构. */
export function GrantForm({ grant, choices, onSave, onClose }: Props) {
  const [input, setInput] = useState<Partial<GrantInput>>(grant ?? { site: null, columns: null, agency: OWN });
  const [reason, setReason] = useState<string>();
  const set = (change: Partial<GrantInput>) => setInput((before) => ({ ...before, ...change }));
  const { user, role, site = null, columns = null, agency = null } = input;
  const offered = choices.columns.filter((column) => site === null || column.site === site);

  const save = async () => {
    if (user === undefined) return setReason('请选择给谁授权。');
    if (role === undefined) return setReason('请选择角色。');
    const refused = await onSave({ user, role, site, columns, agency });
    if (refused) setReason(refused);
    else onClose();
  };

  return (
    <>
      <Layouts.Header title={grant ? '修改授权' : '新建授权'} subtitle="不选就是不限。一个人的同一个角色可以有几条授权，满足其中一条就行。" />
      <Layouts.Content>
        <Box background="neutral0" shadow="tableShadow" hasRadius padding={6} maxWidth="60rem">
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Part label="谁" hint="先在“用户”里建好账号。">
              <Combobox autocomplete={{ type: 'list', filter: 'contains' }} noOptionsMessage={() => '没有这个人'} clearLabel="清空" placeholder="输入姓名或邮箱查找" value={user === undefined ? '' : String(user)} disabled={grant !== undefined} onChange={(value) => set({ user: value ? Number(value) : undefined } as Partial<GrantInput>)}>
                {choices.users.map(({ value, label }) => (
                  <ComboboxOption key={value} value={String(value)}>
                    {label}
                  </ComboboxOption>
                ))}
              </Combobox>
            </Part>
            <Part label="以什么角色" hint="还没有这个角色的，授权时一并给；删掉最后一条授权时一并收回。">
              <SingleSelect placeholder="请选择" value={role ?? ''} disabled={grant !== undefined} onChange={(value) => set({ role: String(value) })}>
                {choices.roles.map(({ value, label }) => (
                  <SingleSelectOption key={value} value={value}>
                    {label}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Part>
            <Part label="在哪个站点">
              <SingleSelect value={site ?? EVERY} onChange={(value) => set({ site: value === EVERY ? null : String(value), columns: null })}>
                <SingleSelectOption value={EVERY}>全部站点</SingleSelectOption>
                {choices.sites.map(({ value, label }) => (
                  <SingleSelectOption key={value} value={value}>
                    {label}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Part>
            <Part label="在哪些栏目" hint="选了上级栏目，下级栏目自动包括在内，以后新建的也在内。">
              <MultiSelect clearLabel="不限" placeholder="全部栏目" value={columns ?? []} withTags onChange={(value: string[]) => set({ columns: value.length > 0 ? value : null })} onClear={() => set({ columns: null })}>
                {offered.map(({ value, label }) => (
                  <MultiSelectOption key={value} value={value}>
                    {label}
                  </MultiSelectOption>
                ))}
              </MultiSelect>
            </Part>
            <Part label="在哪个机构" hint="“全部机构”适合统管一个栏目的人，例如要闻编辑。">
              <SingleSelect value={agency ?? EVERY} onChange={(value) => set({ agency: value === EVERY ? null : String(value) })}>
                <SingleSelectOption value={OWN}>本人所在的机构</SingleSelectOption>
                <SingleSelectOption value={EVERY}>全部机构</SingleSelectOption>
                {choices.agencies.map(({ value, label }) => (
                  <SingleSelectOption key={value} value={value}>
                    {label}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Part>
            {reason && (
              <Typography textColor="danger600" role="alert">
                {reason}
              </Typography>
            )}
            <Flex gap={2}>
              <Button onClick={() => void save()}>保存</Button>
              <Button variant="tertiary" onClick={onClose}>
                取消
              </Button>
            </Flex>
          </Flex>
        </Box>
      </Layouts.Content>
    </>
  );
}

function Part({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <Field.Root {...(hint ? { hint } : {})}>
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
    </Field.Root>
  );
}
