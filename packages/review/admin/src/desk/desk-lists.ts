import type { ListName } from '../../../server/src/desk/lists.ts';

/** A list of the desk as people know it. */
export interface DeskList {
  name: ListName;
  label: string;
  /** Said when there is nothing on it. */
  empty: string;
  /** A number on it is a warning. */
  isAlarm?: boolean;
  /** Shown only with something on it. */
  isRare?: boolean;
  /** Something to do for those who sign only; to others it is news. */
  isForSigners?: boolean;
}

/** The lists in the order people work through them. */
export const DESK_LISTS: readonly DeskList[] = [
  { name: 'forced', label: '待追认', empty: '没有等待追认的紧急发布。', isAlarm: true, isRare: true, isForSigners: true },
  { name: 'waiting', label: '等我审', empty: '没有等您审的内容。有人送审、轮到您时，会出现在这里。' },
  { name: 'returned', label: '退回给我', empty: '没有退回的稿子。' },
  { name: 'mine', label: '我的稿子', empty: '稿子都发布了。点下面的“写信息”等开始写，写了还没发布的都会列在这里。' },
  { name: 'overdue', label: '已超期', empty: '没有超期的审核。', isAlarm: true },
  { name: 'scheduled', label: '定时', empty: '没有定时发布、定时撤下的内容。' },
  { name: 'published-today', label: '今天发布', empty: '今天还没有发布。发布以后，这里会显示访客几点几分看到。' },
];

export type Counts = Partial<Record<ListName, number>>;

/** The lists to show. */
export const shownLists = (counts: Counts): DeskList[] => DESK_LISTS.filter(({ name, isRare }) => !isRare || (counts[name] ?? 0) > 0);

/** The list to open first: the first with something on it to do. */
export const firstList = (counts: Counts, signs: boolean): ListName =>
  shownLists(counts).find(({ name, isForSigners }) => (counts[name] ?? 0) > 0 && (signs || !isForSigners))?.name ?? 'mine';

/** Codes of the roles whose holders may stand by a forced publication. */
const SIGNING = ['signer', 'site-administrator', 'strapi-super-admin'];

/** Whether somebody may stand by a forced publication. @param roles Codes. */
export const maySign = (roles: readonly string[]): boolean => roles.some((role) => SIGNING.includes(role));

/** What there is to do, in a sentence. */
export function summarise(counts: Counts, signs: boolean): string {
  const { waiting = 0, returned = 0, overdue = 0, forced = 0, mine = 0 } = counts;
  const parts = [
    signs && forced > 0 && `${forced} 件紧急发布等待追认`,
    waiting > 0 && `${waiting} 件等您审`,
    returned > 0 && `${returned} 件退回给您修改`,
    overdue > 0 && `${overdue} 件已超期`,
  ].filter(Boolean);
  if (parts.length > 0) return `${parts.join('，')}。`;
  return mine > 0 ? `没有等您办的事，您有 ${mine} 篇稿子还没发布。` : '没有等您办的事。';
}
