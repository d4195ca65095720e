import { Field, Radio, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { FieldLabel } from '../fields/field-labels.ts';
import { ColumnSelect } from './column-select.tsx';
import type { MoveForm } from './move-forms.ts';
import { type Given, problemOf, toMinute } from './move-input.ts';

interface MoveFieldProps {
  ask: MoveForm['asks'][number];
  given: Given;
  onChange: (given: Given) => void;
  /** Problems are told once the form was sent. */
  wasSent: boolean;
  fields: readonly FieldLabel[];
  colleagues: readonly { id: number; name: string }[];
}

/** One question of a move. */
export function MoveField(props: MoveFieldProps) {
  const { ask, given, wasSent } = props;
  const problem = wasSent ? problemOf(ask, given, new Date()) : undefined;
  return (
    <Field.Root name={ask.what} required={ask.required ?? false} {...(ask.hint ? { hint: ask.hint } : {})} {...(problem ? { error: problem } : {})}>
      <Field.Label>{ask.label}</Field.Label>
      {INPUTS[ask.what](props)}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

const INPUTS: Record<MoveForm['asks'][number]['what'], (props: MoveFieldProps) => ReactNode> = {
  remark: ({ given, onChange }) => <Textarea name="remark" value={given.remark ?? ''} onChange={({ target }) => onChange({ ...given, remark: target.value })} />,
  reason: ({ given, onChange }) => <Textarea name="reason" value={given.reason ?? ''} onChange={({ target }) => onChange({ ...given, reason: target.value })} />,
  field: ({ given, onChange, fields }) => (
    <SingleSelect placeholder="整篇" value={given.field ?? ''} onClear={() => onChange({ ...given, field: '' })} clearLabel="改为整篇" onChange={(value) => onChange({ ...given, field: String(value) })}>
      {fields.map(({ name, label }) => (
        <SingleSelectOption key={name} value={name}>
          {label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  ),
  to: ({ given, onChange, colleagues }) => (
    <SingleSelect placeholder={colleagues.length > 0 ? '请选择' : '没有别的同事能办这一环节'} value={given.to ?? ''} onChange={(value) => onChange({ ...given, to: Number(value) })}>
      {colleagues.map(({ id, name }) => (
        <SingleSelectOption key={id} value={id}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  ),
  column: ({ given, onChange }) => <ColumnSelect value={given.column ?? ''} onChange={(column) => onChange({ ...given, column })} />,
  at: ({ given, onChange }) => (
    <TextInput
      type="datetime-local"
      name="at"
      min={toMinute(new Date().toISOString())}
      value={given.at ?? ''}
      onChange={({ target }: { target: HTMLInputElement }) => onChange({ ...given, at: target.value })}
    />
  ),
  change: ({ given, onChange }) => (
    <>
      <Radio.Group name="changeKind" aria-label="这次改动" value={given.changeKind ?? ''} onValueChange={(kind: string) => onChange({ ...given, changeKind: kind as 'minor' | 'major' })}>
        <Radio.Item value="minor">小改动：错字、标点、排版。网页上不另外说明</Radio.Item>
        <Radio.Item value="major">重要更新：内容有变化。网页上写明更新日期和下面这句话</Radio.Item>
      </Radio.Group>
      {given.changeKind === 'major' && (
        <Textarea
          aria-label="公开的更新说明"
          placeholder="写给访客看，例如：开放时间由 8:30 改为 9:00。"
          value={given.changeNote ?? ''}
          onChange={({ target }) => onChange({ ...given, changeNote: target.value })}
        />
      )}
    </>
  ),
};
