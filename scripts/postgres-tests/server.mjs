// Vitest's global set-up of the project `postgres`: one server for all its files.
import { findPostgres, startPostgres } from '../steps/postgres.mjs';

export default async function setup({ provide }) {
  const { url, bin, stop } = await startPostgres(await findPostgres());
  provide('postgres', { url, bin });
  return stop;
}
