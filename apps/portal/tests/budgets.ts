/** HTML, CSS and JS by brotli 11, in bytes (docs: budgets). 14,600 are ten segments: the first answer of a server. */
export const BUDGETS = { article: 14_600, home: 30_000, worker: 3_000 } as const;
