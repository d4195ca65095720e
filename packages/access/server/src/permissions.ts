import { OWN_AGENCY, PUBLISHED_TARGET, WITHIN_GRANTS } from './conditions.ts';
import type { RoleCode } from './roles.ts';

/** A permission as Strapi stores it. */
export interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
}

/** The parts of a content type that decide who may do what with it. */
export interface GovernedType {
  uid: string;
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, { pluginOptions?: { editor?: { readOnly?: boolean } } }>;
}

interface Installed {
  types: GovernedType[];
  /** Ids of every registered action, those of plugins included. */
  actions: string[];
}

const LOCALES = ['zh-Hans', 'en'];
const EXPLORER = 'plugin::content-manager.explorer';
/** What a document is pointed to by. */
const TARGET_FIELDS = ['title', 'path'];
/** Who belongs to an agency is not for everybody to read. */
const CONFIDENTIAL = new Map([['api::agency.agency', ['members']]]);

const isOwned = (type: GovernedType) => 'agency' in type.attributes;
const hasPath = (type: GovernedType) => 'path' in type.attributes;

function listFields(type: GovernedType, { editable = false, confidential = true } = {}): string[] {
  const hidden = confidential ? [] : (CONFIDENTIAL.get(type.uid) ?? []);
  return Object.entries(type.attributes)
    .filter(([name, attribute]) => attribute.pluginOptions?.editor && !hidden.includes(name))
    .filter(([, attribute]) => !editable || !attribute.pluginOptions?.editor?.readOnly)
    .map(([name]) => name);
}

function grant(type: GovernedType, verb: string, fields: string[] | undefined, conditions: string[] = []): Permission {
  const locales = type.pluginOptions?.i18n?.localized ? { locales: LOCALES } : {};
  return { action: `${EXPLORER}.${verb}`, subject: type.uid, properties: { ...(fields ? { fields } : {}), ...locales }, conditions };
}

const allow = (action: string, conditions: string[] = []): Permission => ({ action, subject: null, properties: {}, conditions });

/** Everything that may be done with documents of a type. */
function grantAll(type: GovernedType, conditions: string[] = []): Permission[] {
  return [
    // A form shows a field of a new document to those only who may send it; src/read-only.ts drops what is not theirs.
    grant(type, 'create', listFields(type), conditions),
    grant(type, 'read', listFields(type), conditions),
    grant(type, 'update', listFields(type, { editable: true }), conditions),
    grant(type, 'delete', undefined, conditions),
    grant(type, 'publish', undefined, conditions),
  ];
}

/** What a role that acts for every agency may do, unless grants limit it. */
const WHOLE = [WITHIN_GRANTS];

const grantReading = (type: GovernedType) => grant(type, 'read', listFields(type, { confidential: false }));

/** Documents of the own agency, as `own` grants them; what others have published as targets; the frame of the site. */
function listForMember(types: GovernedType[], own: (type: GovernedType) => Permission[]): Permission[] {
  return types.flatMap((type) =>
    isOwned(type) ? [...own(type), ...(hasPath(type) ? [grant(type, 'read', TARGET_FIELDS, [PUBLISHED_TARGET])] : [])] : [grantReading(type)],
  );
}

const mediaForMember = [
  allow('plugin::upload.read', [OWN_AGENCY]),
  allow('plugin::upload.assets.create'),
  allow('plugin::upload.assets.update', ['admin::is-creator']),
  allow('plugin::upload.assets.download'),
  allow('plugin::upload.assets.copy-link'),
];
const media = mediaForMember.map(({ action }) => allow(action, WHOLE));
const USERS = ['create', 'read', 'update', 'delete'].map((verb) => allow(`admin::users.${verb}`, WHOLE));

const ofPlugin = (actions: string[], plugin: string) => actions.filter((action) => action.startsWith(`plugin::${plugin}.`));
const isReading = (action: string) => /(^|[.-])read$/.test(action);
/** What citizens think of an agency's drafts and answer to its surveys is read by those who wrote them. */
const isTakingPart = (action: string) => /\.(opinion-read|opinion-handle|survey-read)$/.test(action);
/** Distributing letters among agencies and approving answers are others' jobs than answering. */
const isAnswering = (action: string) => !/\.(assign|approve)$/.test(action);
/** The letter office sees the letters of every agency. */
const isOffice = (action: string) => /\.assign$/.test(action);
const isApproving = (action: string) => /\.(read|approve)$/.test(action);

/** Lists what a role may do in an installation with these content types and plugins. */
export function listPermissions(role: RoleCode, { types, actions }: Installed): Permission[] {
  const feed = ofPlugin(actions, 'feed').map((action) => allow(action));
  const cases = ofPlugin(actions, 'cases').map((action) => allow(action));
  const queries = ofPlugin(actions, 'queries').map((action) => allow(action, WHOLE));
  const audit = ofPlugin(actions, 'access').filter((action) => action.startsWith('plugin::access.audit.')).map((action) => allow(action, WHOLE));
  const review = ofPlugin(actions, 'review').map((action) => allow(action, WHOLE));
  const reading = ({ action }: Permission) => isReading(action);
  const member = [
    ...listForMember(types, (type) => grantAll(type, [OWN_AGENCY])),
    ...mediaForMember,
    ...feed.filter(reading),
    ...cases.filter(({ action }) => isTakingPart(action)),
  ];
  const known = (permission: Permission) => actions.includes(permission.action);

  const wanted: Record<RoleCode, () => Permission[]> = {
    author: () => member,
    reviewer: () => [...member, ...cases.filter(({ action }) => isApproving(action))],
    signer: () => [...member, ...cases.filter(({ action }) => isApproving(action))],
    'case-handler': () => [
      ...listForMember(types, (type) => [grant(type, 'read', listFields(type), [OWN_AGENCY])]),
      allow('plugin::upload.read', [OWN_AGENCY]),
      ...cases.filter(({ action }) => isAnswering(action)),
    ],
    'site-administrator': () => [
      ...types.flatMap((type) => grantAll(type, WHOLE)),
      ...media,
      ...USERS,
      allow('admin::roles.read', WHOLE),
      allow('plugin::access.grants', WHOLE),
      ...feed,
      ...cases.map(({ action }) => (isOffice(action) ? allow(action, WHOLE) : allow(action))),
      ...review,
      ...queries,
      ...audit.filter(reading),
    ],
    auditor: () => [
      ...types.map((type) => grant(type, 'read', listFields(type), WHOLE)),
      allow('plugin::upload.read', WHOLE),
      allow('admin::users.read', WHOLE),
      allow('admin::roles.read', WHOLE),
      ...feed.filter(reading),
      ...cases.filter(reading),
      ...queries.filter(reading),
      ...audit,
    ],
  };
  return wanted[role]().filter(known);
}
