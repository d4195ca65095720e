import { setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** Longest wait for queries that are under way, ms. */
const PATIENCE = 5000;

/**
 * Waits until nobody uses the database any more. Strapi reads what its events carry after it has answered, and a pool
 * that is closed meanwhile rejects those reads where nobody catches them.
 */
export async function waitUntilQuiet(strapi: Core.Strapi): Promise<void> {
  const pool = strapi.db?.connection.client.pool as Pool | undefined;
  const end = Date.now() + PATIENCE;
  while (pool && pool.numUsed() + pool.numPendingAcquires() > 0 && Date.now() < end) await sleep(10);
}
