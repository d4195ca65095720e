type Values = Record<string, unknown>;
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a file the checks look at. */
const fileOf = ({ id, name, mime, alternativeText }: Values) => ({ id, name, mime, alternativeText });

/** The values of a form as the checks of the server read them: a chosen relation by its identity, a file by what is looked at. */
export function shapeValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeValues);
  if (!isValues(value)) return value;
  if ('apiData' in value) return value.apiData;
  if (typeof value.mime === 'string' && 'url' in value) return fileOf(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeValues(inner)]));
}
