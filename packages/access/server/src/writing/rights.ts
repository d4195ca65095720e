import type { Core } from '@strapi/strapi';

import type { findWriter } from '../writer.ts';

/** What may be done with a document, in Strapi's words. */
export type Verb = 'create' | 'read' | 'update' | 'delete' | 'publish';

interface Checker {
  can: Record<Verb, (entity?: unknown) => boolean>;
}

type Writer = NonNullable<ReturnType<typeof findWriter>>;

/** What a person may do with documents of a type; with a document, or with any at all when none is given. */
export function rightsOf(strapi: Core.Strapi, writer: Writer, uid: string): (verb: Verb, document?: object) => boolean {
  const permissions = strapi.plugin('content-manager').service('permission-checker') as { create(options: object): Checker };
  const checker = permissions.create({ userAbility: writer.ability, model: uid });
  return (verb, document) => checker.can[verb](document);
}

/** Whether a person may read a file of the media library. */
export function mayReadFile(strapi: Core.Strapi, writer: Writer, file: object): boolean {
  const action = 'plugin::upload.read';
  const manager = strapi.service('admin::permission')!.createPermissionsManager({ ability: writer.ability, model: 'plugin::upload.file', action });
  return writer.ability.can(action, manager.toSubject(file));
}
