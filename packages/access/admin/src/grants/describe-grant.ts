import type { Choice, Choices } from '../../../server/src/grants/choices.ts';
import type { Grant } from '../../../server/src/grants/grant.ts';

/** As `OWN_AGENCIES` of the server, which the admin cannot load. */
export const OWN = 'own';
const GONE = '（已删除）';
/** Columns named before the rest is counted. */
const NAMED = 3;

/** A grant in the words of whoever reads the list. */
export interface Described {
  who: string;
  role: string;
  site: string;
  columns: string;
  agency: string;
}

const find = <Key>(choices: readonly Choice<Key>[], value: Key) => choices.find((choice) => choice.value === value)?.label ?? GONE;

function describeColumns(choices: Choices, columns: readonly string[] | null): string {
  if (columns === null) return '全部栏目';
  const names = columns.map((column) => find(choices.columns, column));
  const shown = names.slice(0, NAMED).join('、');
  return `${shown}${names.length > NAMED ? `等 ${names.length} 个` : ''}（含下级栏目）`;
}

/** Says who acts where, in which role. */
export function describeGrant({ user, role, site, columns, agency }: Grant, choices: Choices): Described {
  return {
    who: find(choices.users, user),
    role: find(choices.roles, role),
    site: site === null ? '全部站点' : find(choices.sites, site),
    columns: describeColumns(choices, columns),
    agency: agency === null ? '全部机构' : agency === OWN ? '本人所在的机构' : find(choices.agencies, agency),
  };
}
