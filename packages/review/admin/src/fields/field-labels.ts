interface LayoutField {
  name: string;
  label: string;
}

/** A field of the form, by name and label. */
export interface FieldLabel {
  name: string;
  label: string;
}

/** Lists the fields a form shows, in its order. @param layout `layout.edit.layout` of the content manager: panels of rows. */
export function listFieldLabels(layout: readonly (readonly (readonly LayoutField[])[])[] | undefined): FieldLabel[] {
  return (layout ?? []).flat(2).map(({ name, label }) => ({ name, label: label || name }));
}

/** The label of a field or of a part of it: `materials.0.name` is called as `materials` is. */
export function labelOf(fields: readonly FieldLabel[], path: string): string | undefined {
  const [name] = path.split('.');
  return fields.find((field) => field.name === name)?.label;
}
