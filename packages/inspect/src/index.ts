export { INDICATORS, inspectPage } from './inspect-page.ts';
export type { Finding, Indicator, InspectedPage, Level } from './finding.ts';
