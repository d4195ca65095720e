import type { Core } from '@strapi/strapi';

const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Answers the same thing for the length of a request. Strapi asks a condition anew for each permission a person has,
 * some two hundred times a request. Programs outside a request ask the database each time.
 */
export function perRequest<T>(strapi: Core.Strapi, key: string, find: () => Promise<T>): Promise<T> {
  const request = strapi.requestContext.get();
  if (!request) return find();
  const known = kept.get(request) ?? new Map<string, Promise<unknown>>();
  kept.set(request, known);
  const answer = (known.get(key) as Promise<T> | undefined) ?? find();
  known.set(key, answer);
  return answer;
}

/** Forgets what was answered in this request, after something was written that changes it. */
export function forget(strapi: Core.Strapi): void {
  const request = strapi.requestContext.get();
  if (request) kept.delete(request);
}
