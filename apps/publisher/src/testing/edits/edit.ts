import type { EntryLine } from '../../feed/prepare-entry.ts';
import type { ExampleCity } from '../example-city.ts';

/** What an edit is made with: two choices among what is there when its turn comes, and words nobody wrote before. */
export interface Choices {
  one<T>(list: readonly T[]): T;
  other<T>(list: readonly T[]): T;
  text: string;
}

/** Something people do to a site between two publications. */
export type Edit = (city: ExampleCity, choices: Choices) => void;

/** YYYY-MM-DD, so many days from the city's now. */
export const day = (city: ExampleCity, shift: number): string => new Date(city.now.getTime() + shift * 86_400_000).toISOString().slice(0, 10);

/** The instant so many hours from the city's now. */
export const instant = (city: ExampleCity, hours: number): string => new Date(city.now.getTime() + hours * 3_600_000).toISOString();

/** Points at a document. */
export const refTo = ({ type, documentId }: EntryLine) => ({ type, documentId });
