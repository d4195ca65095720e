import { Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';

interface WordProps {
  label: string;
  value: string;
  problem?: string | undefined;
  hint?: string | undefined;
  placeholder?: string;
  isSecret?: boolean;
  type?: 'text' | 'date';
  onChange(value: string): void;
}

/** A line to write in, with its label, hint and problem. What is secret is not shown, and no browser keeps it. */
export function WordField({ label, value, problem, hint, placeholder, isSecret = false, type = 'text', onChange }: WordProps) {
  return (
    <Field.Root error={problem} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type={isSecret ? 'password' : type}
        autoComplete={isSecret ? 'new-password' : 'off'}
        placeholder={placeholder}
        value={value}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  problem?: string | undefined;
  placeholder?: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange(value: string): void;
}

/** One of several, with its label and problem. */
export function ChoiceField({ label, value, problem, placeholder, options, onChange }: ChoiceProps) {
  return (
    <Field.Root error={problem}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} placeholder={placeholder} onChange={(chosen) => onChange(String(chosen))}>
        {options.map(([option, name]) => (
          <SingleSelectOption key={option} value={option}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
}
