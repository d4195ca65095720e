/** What a schema says about how an attribute is edited. */
interface EditorOptions {
  label: string;
  help?: string;
  size?: number;
  readOnly?: boolean;
  hidden?: boolean;
}

interface Attribute {
  type: string;
  customField?: string;
  target?: string;
  pluginOptions?: { editor?: EditorOptions };
}

/** The parts of a content type or component that decide how it is edited. */
export interface EditedSchema {
  uid: string;
  modelType: 'contentType' | 'component';
  pluginOptions?: { editor?: { mainField?: string; list?: string[] } };
  attributes: Record<string, Attribute>;
}

interface Placed {
  name: string;
  size: number;
}

const ROW = 12;
const FULL_WIDTH = new Set(['component', 'dynamiczone', 'text', 'richtext', 'json', 'blocks']);
const NARROW = new Set(['boolean', 'integer', 'biginteger', 'decimal', 'float', 'date', 'time', 'enumeration']);
const SORTABLE = new Set(['string', 'text', 'integer', 'date', 'datetime', 'boolean', 'enumeration', 'email', 'uid']);

/** Names of the fields Strapi keeps by itself. */
const SYSTEM_LABELS: Record<string, string> = {
  id: '编号',
  documentId: '文档编号',
  createdAt: '创建时间',
  updatedAt: '更新时间',
  publishedAt: '发布时间',
  createdBy: '创建人',
  updatedBy: '更新人',
  locale: '语言',
  localizations: '其他语言',
};

/** What a document of a type is called by; a component by its first line of text. */
export function findMainField(schema: EditedSchema): string {
  const isTitle = ([, { type }]: [string, Attribute]) => type === 'string' || type === 'enumeration';
  return schema.pluginOptions?.editor?.mainField ?? Object.entries(schema.attributes).find(isTitle)?.[0] ?? 'id';
}

function sizeOf(name: string, attribute: Attribute, mainField: string): number {
  if (attribute.customField || FULL_WIDTH.has(attribute.type) || name === mainField) return ROW;
  return attribute.pluginOptions?.editor?.size ?? (NARROW.has(attribute.type) ? ROW / 3 : ROW / 2);
}

/** Fills rows in the order given; fields that are left alone in a row or as a pair take the whole of it. */
function layOut(fields: Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    const taken = row?.reduce((sum, { size }) => sum + size, 0) ?? ROW;
    if (row && taken + field.size <= ROW) row.push(field);
    else rows.push([field]);
  }
  return rows.map((row) => (row.length === 2 ? row.map(({ name }) => ({ name, size: ROW / 2 })) : row));
}

function describe(name: string, attribute: Attribute | undefined, mainFieldOf: (uid: string) => string) {
  const editor = attribute?.pluginOptions?.editor;
  const label = editor?.label ?? SYSTEM_LABELS[name] ?? name;
  const isSortable = attribute !== undefined && !attribute.customField && SORTABLE.has(attribute.type);
  return {
    edit: {
      label,
      description: editor?.help ?? '',
      placeholder: '',
      visible: editor !== undefined,
      editable: !editor?.readOnly,
      ...(attribute?.type === 'relation' && attribute.target ? { mainField: mainFieldOf(attribute.target) } : {}),
    },
    list: { label, searchable: isSortable, sortable: isSortable },
  };
}

/**
 * Builds the content manager's configuration of a content type or component from what its schema says, so that an
 * editor sees exactly what the schema describes.
 * @param mainFieldOf Answers what documents of another type are called by.
 */
export function buildConfiguration(schema: EditedSchema, mainFieldOf: (uid: string) => string) {
  const mainField = findMainField(schema);
  const edited = Object.entries(schema.attributes).filter(([, { pluginOptions }]) => pluginOptions?.editor);
  const shown = edited.filter(([, { pluginOptions }]) => !pluginOptions?.editor?.hidden);
  const hasOrder = 'order' in schema.attributes;
  const isDocument = schema.modelType === 'contentType';
  // What is left out here Strapi adds at the next boot, only for it to be taken out again: two writes for each type.
  const names = new Set([...Object.keys(schema.attributes), 'id', 'documentId', ...(isDocument ? Object.keys(SYSTEM_LABELS) : [])]);

  return {
    settings: {
      bulkable: true,
      filterable: true,
      searchable: true,
      pageSize: 20,
      mainField,
      relationOpenMode: 'modal',
      defaultSortBy: !isDocument ? mainField : hasOrder ? 'order' : 'updatedAt',
      defaultSortOrder: !isDocument || hasOrder ? 'ASC' : 'DESC',
    },
    metadatas: Object.fromEntries([...names].map((name) => [name, describe(name, schema.attributes[name], mainFieldOf)])),
    layouts: {
      list: schema.pluginOptions?.editor?.list ?? [mainField],
      edit: layOut(shown.map(([name, attribute]) => ({ name, size: sizeOf(name, attribute, mainField) }))),
    },
  };
}
