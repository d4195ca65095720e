import type { RowProblem } from './row-problems';

/** The parts of a Strapi attribute a value is checked against. */
interface Attribute {
  type: string;
  required?: boolean;
  private?: boolean;
  enum?: string[];
  maxLength?: number;
  minLength?: number;
  regex?: string;
  component?: string;
  repeatable?: boolean;
  default?: unknown;
  customField?: string;
  pluginOptions?: { editor?: { label?: string; options?: Record<string, string> } };
}
export interface Schema {
  attributes: Record<string, Attribute>;
}

const label = (name: string, attribute: Attribute) => attribute.pluginOptions?.editor?.label ?? name;

/** Checks one value by its attribute; the message says what to do. */
function complaint(value: unknown, attribute: Attribute): string | undefined {
  switch (attribute.type) {
    case 'enumeration':
      return attribute.enum!.includes(String(value)) ? undefined : `“${String(value)}”不在可选的值里：${attribute.enum!.join('、')}`;
    case 'integer':
      return Number.isInteger(value) ? undefined : `“${String(value)}”应当是整数`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `“${String(value)}”应当是“是”或“否”`;
    case 'json': {
      const options = Object.keys(attribute.pluginOptions?.editor?.options ?? {});
      if (!options.length) return undefined;
      const unknown = Array.isArray(value) ? value.filter((part) => !options.includes(String(part))) : [value];
      return unknown.length ? `“${unknown.join('、')}”不在可选的值里：${options.join('、')}` : undefined;
    }
    case 'string':
    case 'text': {
      if (typeof value !== 'string') return `“${String(value)}”应当是文字`;
      if (attribute.maxLength && value.length > attribute.maxLength) return `超过 ${attribute.maxLength} 个字（现在 ${value.length} 个）`;
      if (attribute.minLength && value.length < attribute.minLength) return `少于 ${attribute.minLength} 个字`;
      if (attribute.regex && !new RegExp(attribute.regex).test(value)) return `“${value}”的写法不对`;
      return undefined;
    }
    default:
      return undefined;
  }
}

/**
 * Checks the data of a document that is to be published, against the CMS's own schema.
 *
 * @param given Names of the relations the mapping fills; what is wrong with those is said elsewhere.
 * @returns Every problem, named by the Chinese label of its field.
 */
export function checkData(data: Record<string, unknown>, given: ReadonlySet<string>, schema: Schema, getSchema: (uid: string) => Schema): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const name of Object.keys(data)) {
    if (!schema.attributes[name]) problems.push({ field: name, message: '内容类型里没有这个字段，请检查映射' });
  }
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    const value = data[name];
    if (value === undefined || value === null) {
      if (attribute.required && attribute.default === undefined && !given.has(name)) problems.push({ field: label(name, attribute), message: '必须填写' });
      continue;
    }
    if (attribute.component) {
      const parts = (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
      for (const part of parts) problems.push(...checkData(part, new Set(), getSchema(attribute.component), getSchema));
      continue;
    }
    const message = complaint(value, attribute);
    if (message) problems.push({ field: label(name, attribute), message });
  }
  return problems;
}
