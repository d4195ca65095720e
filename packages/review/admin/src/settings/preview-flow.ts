import type { Stage } from '../../../server/src/flow/flow.ts';
import type { StaffMember } from '../../../server/src/settings/staff.ts';
import { ROLE_NAMES } from './role-names.ts';

/** What a stage will be like for documents of one agency. */
export interface StagePreview {
  name: string;
  /** Who acts, and whether one of them is enough. */
  who: string;
  /** Why the stage will not work as it is. */
  problem?: string;
}

const isAdministrator = ({ roles }: StaffMember) => roles.includes('site-administrator');
/** Those of an agency who hold a role. */
const holdersOf = (role: string, staff: readonly StaffMember[], agency: string) =>
  staff.filter((one) => one.roles.includes(role) && (role === 'site-administrator' || one.agencies.includes(agency)));
/** Those named by themselves who may act for an agency. */
const named = (ids: readonly number[], staff: readonly StaffMember[]) => ids.flatMap((id) => staff.filter((one) => one.id === id));

/** Says for an agency who will act in each stage, and where nobody could. */
export function previewFlow(stages: readonly Stage[], staff: readonly StaffMember[], agency: string): StagePreview[] {
  const people = stages.map(({ roles, users }) => {
    const all = [...named(users, staff), ...roles.flatMap((role) => holdersOf(role, staff, agency))];
    return [...new Set(all)];
  });
  return stages.map((stage, index) => {
    const problem = findProblem(stage, { staff, agency, people, index, stages });
    return { name: stage.name, who: describeSeats(stage, staff, agency), ...(problem ? { problem } : {}) };
  });
}

function describeSeats({ roles, users, countersign }: Stage, staff: readonly StaffMember[], agency: string): string {
  const seats = [
    ...named(users, staff).map(({ name }) => name),
    ...roles.map((role) => {
      const holders = holdersOf(role, staff, agency).map(({ name }) => name);
      return holders.length === 0 ? `${ROLE_NAMES[role]}（还没有人）` : holders.length === 1 ? holders[0]! : `${ROLE_NAMES[role]}（${holders.join('、')} 中的一位）`;
    }),
  ];
  if (seats.length === 0) return '还没有指定';
  if (seats.length === 1) return seats[0]!;
  return countersign === 'all' ? `${seats.join('、')}，都要通过` : `${seats.join('、')}，任一人通过即可`;
}

interface Around {
  staff: readonly StaffMember[];
  agency: string;
  people: readonly (readonly StaffMember[])[];
  index: number;
  stages: readonly Stage[];
}

function findProblem({ roles, users, countersign }: Stage, { staff, agency, people, index, stages }: Around): string | undefined {
  const own = people[index]!;
  const stranger = named(users, staff).find((one) => !isAdministrator(one) && !one.agencies.includes(agency));
  if (stranger) return `${stranger.name} 不是这个机构的成员，在这里不能审。`;
  if (own.length === 0) return '这个机构没有人能审这一环节，只能由站点管理员代办。';
  const empty = countersign === 'all' ? roles.find((role) => holdersOf(role, staff, agency).length === 0) : undefined;
  if (empty) return `要求都通过，但这个机构没有${ROLE_NAMES[empty]}。`;
  const same = own.length === 1 ? people.findIndex((others, at) => at < index && others.length === 1 && others[0] === own[0]) : -1;
  if (same >= 0) return `和“${stages[same]!.name}”都只有${own[0]!.name}一个人。同一个人不能审两个环节，请再添一位。`;
  return undefined;
}
