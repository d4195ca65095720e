import { ENGINE_FOLDER, PAGEFIND_VERSION, SIGNATURE } from '../format.ts';

/** One result of Pagefind: the row (as base 36, see `pf-meta.ts`) and every place of every token, in order. */
export interface RawResult {
  id: string;
  words: number[];
}

/** The postings of one shard. */
export interface Postings {
  search(terms: string): Promise<{ results: RawResult[] }>;
}

interface PagefindInstance extends Postings {
  init(): Promise<void>;
  filters(): Promise<unknown>;
}

interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
}

/** Pagefind's own script and WebAssembly, bent to read our shards. */
export interface PagefindRuntime {
  /** @param folder Absolute address of the shard, with a slash; it may be of another site. */
  open(folder: string, meta: Uint8Array): Promise<Postings>;
  /** Bytes of postings read so far. Pagefind never frees them, unpacked to many times as much. */
  read(): number;
}

/**
 * Loads Pagefind into this worker.
 *
 * It fetches a table of pages, an entry file and the WebAssembly for each index by names of its own. What we have
 * already, or do not have, is answered here instead of by the network, so `fetch` is replaced for addresses of shards.
 *
 * @param base Address of the index whose engine is used, for other indexes too.
 */
export async function loadPagefind(base: string): Promise<PagefindRuntime> {
  const metas = new Map<string, Uint8Array>();
  const network = globalThis.fetch.bind(globalThis);
  let running = false;
  let read = 0;

  const counted = async (response: Response): Promise<Response> => {
    const bytes = await response.arrayBuffer();
    read += bytes.byteLength;
    return new Response(bytes, response);
  };

  globalThis.fetch = (input, init) => {
    const url = typeof input === 'string' || input instanceof URL ? new URL(input, base).href : '';
    const [, folder = '', file = ''] = /^(.*\/)(.*)$/.exec(url) ?? [];
    const meta = metas.get(folder);
    if (!meta) return file.includes('.pf_index') ? network(input, init).then(counted) : network(input, init);
    if (file.startsWith('pagefind-entry.json')) return Promise.resolve(new Response(ENTRY));
    if (file.endsWith('.pf_meta')) return Promise.resolve(new Response(meta as BodyInit));
    // Later instances use the WebAssembly that runs already; an empty module keeps them from starting a second.
    if (file.endsWith('.pagefind')) {
      return running ? Promise.resolve(new Response(`${SIGNATURE}-`)) : network(`${base}${ENGINE_FOLDER}/wasm.unknown.pagefind`);
    }
    return network(input, init);
  };

  const { createInstance } = (await import(/* @vite-ignore */ `${base}${ENGINE_FOLDER}/pagefind.js`)) as PagefindModule;
  const start = async (folder: string): Promise<Postings> => {
    const instance = createInstance({ basePath: folder, noWorker: true });
    await instance.init();
    await instance.filters();
    running = true;
    return instance;
  };

  // Two instances that load the WebAssembly at the same time break each other: "memory access out of bounds".
  let first: Promise<unknown> | undefined;
  return {
    read: () => read,
    async open(folder, meta) {
      metas.set(folder, meta);
      if (first) {
        await first;
        return start(folder);
      }
      const opened = start(folder);
      first = opened;
      return opened;
    },
  };
}

const ENTRY = JSON.stringify({
  version: PAGEFIND_VERSION,
  languages: { xx: { hash: 'm', wasm: null, page_count: 1 } },
  include_characters: [],
});
