// Vitest's global set-up of the project `postgres`: one server for all its files, with an installation after its first start.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { findPostgres, startPostgres } from '../steps/postgres.mjs';
import { makeEmpty } from './make.ts';

export default async function setup({ provide }) {
  const { url, bin, stop } = await startPostgres(await findPostgres());
  const folder = mkdtempSync(path.join(tmpdir(), 'mingchuang-first-start-'));
  execFileSync(path.join(bin, 'createdb'), [`--maintenance-db=${url}`, '--template=template0', 'first_start']);
  await makeEmpty(folder, Object.assign(new URL(url), { pathname: '/first_start' }).href);
  provide('postgres', { url, bin, folder });
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
