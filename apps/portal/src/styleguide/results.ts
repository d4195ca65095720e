/** What the last recorded run of axe found on the style guide (apps/portal/e2e/style-guide.long.test.ts writes it). */
export interface Results {
  /** Day of the run, YYYY-MM-DD. */
  on: string;
  /** Version of the platform. */
  version: string;
  /** The mark of the components that were tested. */
  tested: string;
  /** Name and version of the engine. */
  engine: string;
  /** The looks each component was tested in. */
  looks: string[];
  /** By component: checks that passed and elements that failed, over all looks. */
  components: Record<string, { passed: number; failed: number }>;
}

const recorded = import.meta.glob<Results>('./results.json', { eager: true, import: 'default' });

/** The last recorded run; `undefined` where none is recorded. */
export const lastResults: Results | undefined = recorded['./results.json'];

/** Whether a component has changed since the last recorded run. */
export const isOutdated = lastResults !== undefined && lastResults.tested !== __COMPONENTS__;
