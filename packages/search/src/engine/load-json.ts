import type { SearchWords } from '@mingchuang/content';

/** Loads a file of the index. @throws {Error} With status and address when it is not there. */
export async function loadJson<Content>(url: string, init?: RequestInit): Promise<Content> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return (await response.json()) as Content;
}

/** The editors' rules; a site without any, or whose file cannot be read, is searched without. */
export async function loadWords(address: string | undefined): Promise<SearchWords | undefined> {
  if (!address) return undefined;
  return loadJson<SearchWords>(address, { cache: 'no-cache' }).catch(() => undefined);
}
