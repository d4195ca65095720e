import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything an installation keeps: database, media, releases, secrets. */
export const DATA_DIR = path.resolve(ROOT, process.env.DATA_DIR ?? 'data');

export const at = (...parts) => path.join(ROOT, ...parts);
