import { PATHS } from './paths.ts';

/** How a visitor has a page shown. Each mode is an address of its own, made from the one page that is stored. */
export interface Mode {
  elderly: boolean;
  /** In Traditional characters. */
  traditional: boolean;
}

/** A path parted from the prefixes of its mode: `/elder/hant/a/` is `/a/` for the elderly in Traditional characters. */
export function splitMode(path: string): Mode & { path: string } {
  const elderly = path.startsWith(PATHS.elderly);
  const rest = elderly ? path.slice(PATHS.elderly.length - 1) : path;
  const traditional = rest.startsWith(PATHS.traditional);
  return { path: traditional ? rest.slice(PATHS.traditional.length - 1) : rest, elderly, traditional };
}

/** The path in a mode: `/a/` becomes `/elder/hant/a/`. The order is fixed, so that a page in a mode has one address. */
export function joinMode(path: string, { elderly, traditional }: Mode): string {
  return (elderly ? PATHS.elderly.slice(0, -1) : '') + (traditional ? PATHS.traditional.slice(0, -1) : '') + path;
}
