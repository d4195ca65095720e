interface Header {
  name: string;
  attribute: { type: string; pluginOptions?: { editor?: { options?: Record<string, string> } } };
  cellFormatter?: (row: Record<string, unknown>) => React.ReactNode;
}
interface ListView {
  displayedHeaders: Header[];
  layout: unknown;
}

/** Shows the options of an enumeration in a list under their Chinese names. */
export function nameOptions({ displayedHeaders, layout }: ListView): ListView {
  const named = displayedHeaders.map((header) => {
    const options = header.attribute.type === 'enumeration' ? header.attribute.pluginOptions?.editor?.options : undefined;
    if (!options) return header;
    return { ...header, cellFormatter: (row: Record<string, unknown>) => options[String(row[header.name])] ?? '—' };
  });
  return { displayedHeaders: named, layout };
}
