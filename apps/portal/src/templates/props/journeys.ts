/** Journeys and the channels of audiences. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface JourneysTemplates {}
