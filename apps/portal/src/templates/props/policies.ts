/** The library of policies and what is made of them for print. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface PoliciesTemplates {}
