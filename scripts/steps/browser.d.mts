/** Finds Chromium for the browser tests, or installs it: the path of its program, `undefined` for Playwright's own. */
export function findBrowser(): Promise<string | undefined>;
