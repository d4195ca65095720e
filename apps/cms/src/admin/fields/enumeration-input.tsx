import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import type { FieldProps } from './field-props.ts';

/** A choice of one, under the Chinese names the schema gives. */
export function EnumerationInput({ name, label, hint, required, disabled, labelAction, attribute }: FieldProps) {
  const field = useField<string | null>(name);
  const names = attribute.pluginOptions?.editor?.options ?? {};

  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <SingleSelect
        value={field.value ?? ''}
        disabled={disabled}
        placeholder="请选择"
        onClear={required ? undefined : () => field.onChange(name, null)}
        clearLabel="清除"
        onChange={(value: string | number) => field.onChange(name, value === '' ? null : String(value))}
      >
        {(attribute.enum ?? []).map((value) => (
          <SingleSelectOption key={value} value={value}>
            {names[value] ?? value}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
