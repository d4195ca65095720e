import type { ReactNode } from 'react';

import { FieldMarker } from './field-marker.tsx';

interface Field {
  name: string;
  labelAction?: ReactNode;
}
interface Layout {
  layout: Field[][][];
  options: { review?: { enabled?: boolean } };
}

/** Puts a marker beside the label of every field of a reviewed type: it shows the remarks on the field and is where links to it lead. */
export function markFields<Given extends { layout: Layout }>({ layout, ...rest }: Given): Given {
  if (!layout.options.review?.enabled) return { layout, ...rest } as Given;
  const mark = (field: Field): Field => ({
    ...field,
    labelAction: (
      <>
        {field.labelAction}
        <FieldMarker name={field.name} />
      </>
    ),
  });
  return { ...rest, layout: { ...layout, layout: layout.layout.map((panel) => panel.map((row) => row.map(mark))) } } as Given;
}
