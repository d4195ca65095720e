/** Leaders, datasets, topics. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface CityTemplates {}
