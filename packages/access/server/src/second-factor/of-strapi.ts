import type { Core } from '@strapi/strapi';

import { auditOf } from '../audit/audit.ts';
import type { AccessConfig } from '../config.ts';
import { createCodeBox } from './codes.ts';
import { createSecondFactor, type SecondFactor } from './second-factor.ts';

const made = new WeakMap<Core.Strapi, SecondFactor>();

/** The second factor of a CMS, made when it is first asked for. */
export function secondFactorOf(strapi: Core.Strapi): SecondFactor {
  const known = made.get(strapi);
  if (known) return known;
  const { encryptionKey, secondFactor: setting } = strapi.config.get('plugin::access') as AccessConfig;
  const secondFactor = createSecondFactor(strapi, { setting, box: createCodeBox(encryptionKey), audit: auditOf(strapi).service });
  made.set(strapi, secondFactor);
  return secondFactor;
}
