/** Disclosure of government information: the platform, its catalogue, reports, notices, powers. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface DisclosureTemplates {}
