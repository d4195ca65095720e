import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { styled } from 'styled-components';

import { ACTION_WORDS } from '../../../server/src/audit/words.ts';
import { type Filters, NO_FILTERS, type Person } from './use-audit.ts';

/** What several actions have in common. */
const AREAS: Record<string, string> = {
  document: '内容：全部操作',
  review: '审签：全部操作',
  preview: '预览链接：全部操作',
  media: '媒体文件：全部操作',
  'sign-in': '登录：全部操作',
  'second-factor': '第二验证：全部操作',
  user: '用户：全部操作',
  grant: '授权：全部操作',
  role: '角色和权限：全部操作',
  'api-token': 'API 令牌：全部操作',
  setting: '设置：全部操作',
  export: '导出：全部操作',
  program: '程序：全部操作',
};
const KINDS = [
  ['visitor', '未登录的人'],
  ['program', '平台自己的程序'],
  ['system', '平台（启动和定时）'],
  ['token', 'API 令牌'],
] as const;

const Bar = styled.form`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
  gap: 1.6rem;
  align-items: end;
  padding-bottom: 2.4rem;
`;

interface Props {
  filters: Filters;
  people: readonly Person[];
  onChange(filters: Filters): void;
}

/** By whom, what, of what and when the list is narrowed. */
export function FilterBar({ filters, people, onChange }: Props) {
  const [subject, setSubject] = useState(filters.subject);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filters, subject: subject.trim() });
  };
  const date = (name: 'from' | 'to', label: string) => (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <Field.Input type="date" value={filters[name]} onChange={({ target }: { target: { value: string } }) => onChange({ ...filters, [name]: target.value })} />
    </Field.Root>
  );
  return (
    <Bar role="search" onSubmit={submit}>
      <Choice label="人员" value={filters.actor} onChange={(actor) => onChange({ ...filters, actor })} options={[...people.map(({ actor, name, email }) => [actor, `${name}（${email}）`] as const), ...KINDS]} />
      <Choice label="操作" value={filters.action} onChange={(action) => onChange({ ...filters, action })} options={[...Object.entries(AREAS), ...Object.entries(ACTION_WORDS)]} />
      {date('from', '从')}
      {date('to', '到')}
      <Field.Root name="subject">
        <Field.Label>对象的标题或编号</Field.Label>
        <Field.Input value={subject} placeholder="例如：滨江路" onChange={({ target }: { target: { value: string } }) => setSubject(target.value)} />
      </Field.Root>
      <Flex gap={2}>
        <Button type="submit" size="L">查找</Button>
        <Button
          variant="tertiary"
          size="L"
          onClick={() => {
            setSubject('');
            onChange(NO_FILTERS);
          }}
        >
          全部
        </Button>
      </Flex>
    </Bar>
  );
}

function Choice({ label, value, options, onChange }: { label: string; value: string; options: readonly (readonly [string, string])[]; onChange(value: string): void }) {
  // A person who has been deleted is in no list, but may be narrowed to from a row.
  const isKnown = value === '' || options.some(([known]) => known === value);
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value || null} placeholder="全部" onChange={(next) => onChange(String(next))} onClear={() => onChange('')} clearLabel="不限">
        {[...options, ...(isKnown ? [] : [[value, value] as const])].map(([key, text]) => (
          <SingleSelectOption key={key} value={key}>
            {text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
