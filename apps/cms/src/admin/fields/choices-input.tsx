import { Checkbox, Field, Flex } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import type { FieldProps } from './field-props.ts';

/** Several choices of a few: stored as a list of keys in the order of the schema. */
export function ChoicesInput({ name, label, hint, required, disabled, labelAction, attribute }: FieldProps) {
  const field = useField<string[] | string | null>(name);
  const names = attribute.pluginOptions?.editor?.options ?? {};
  const chosen = Array.isArray(field.value) ? field.value : [];
  const choose = (key: string, isChosen: boolean) => {
    const next = Object.keys(names).filter((name) => (name === key ? isChosen : chosen.includes(name)));
    field.onChange(name, next.length > 0 ? next : null);
  };

  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex role="group" aria-label={label} gap={5} wrap="wrap" paddingTop={1} paddingBottom={1}>
        {Object.entries(names).map(([key, text]) => (
          <Checkbox
            key={key}
            checked={chosen.includes(key)}
            disabled={disabled}
            onCheckedChange={(checked: boolean | 'indeterminate') => choose(key, checked === true)}
          >
            {text}
          </Checkbox>
        ))}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

export default ChoicesInput;
