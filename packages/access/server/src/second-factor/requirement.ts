/** Roles whose holders can do most harm: who runs the site, and who signs. */
const ROLES: readonly string[] = ['strapi-super-admin', 'site-administrator', 'signer'];
/** Rights that make an administrator of the holder of any other role. */
const RIGHTS = ['admin::users.create', 'admin::users.update', 'admin::roles.update', 'admin::api-tokens.create'];

export interface Holder {
  id: number;
  email?: string | null;
  roles?: readonly { code: string }[];
}
interface Ability {
  can(action: string): boolean;
}

/** What the installation asks for. */
export interface SecondFactorSetting {
  /** `off`: nobody is asked, not even who has one. It is the way back when nobody gets in any more. */
  mode: 'required' | 'off';
  /** Addresses that need none: the accounts of the demo city, while it is looked at on one machine. */
  exempt: readonly string[];
}

/** Whether somebody must have a second factor; others may. */
export function needsSecondFactor({ mode, exempt }: SecondFactorSetting, user: Holder, ability?: Ability): boolean {
  if (mode === 'off' || exempt.includes((user.email ?? '').toLowerCase())) return false;
  return (user.roles ?? []).some(({ code }) => ROLES.includes(code)) || RIGHTS.some((right) => ability?.can(right));
}
