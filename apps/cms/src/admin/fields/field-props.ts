/** What the content manager hands to an input. */
export interface FieldProps {
  name: string;
  label?: string;
  hint?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
  labelAction?: React.ReactNode;
  attribute: { enum?: string[]; pluginOptions?: { editor?: { options?: Record<string, string> } } };
}
