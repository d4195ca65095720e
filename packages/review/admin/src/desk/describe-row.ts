import { shanghaiDate, shanghaiTime } from '@mingchuang/content/dates';
import { workingDaysBetween } from '@mingchuang/content/working-days';

import type { ListName } from '../../../server/src/desk/lists.ts';
import type { DeskRow } from '../../../server/src/desk/routes.ts';
import { describeDue } from '../panel/describe-due.ts';
import { sayTime } from '../panel/say-time.ts';

/** A document on the desk in words. */
export interface RowText {
  /** Type, stage, who has it. */
  facts: string;
  /** What matters most on this list. */
  state: string;
  tone: 'neutral600' | 'success600' | 'warning700' | 'danger600';
  /** What was said to it. */
  remark?: string;
  /** Word on the button that leads to it. */
  action: string;
}

const ACTIONS: Partial<Record<ListName, string>> = { waiting: '去审', returned: '去改', forced: '去追认' };
/** What one's own text asks for; one that others have is looked at only. */
const OWN_ACTIONS: Record<string, string> = { drafting: '接着写', returned: '去改' };
const STATES: Record<string, string> = { drafting: '采编中', returned: '退回修改', scheduled: '等待发布' };

/** Says what a row of a list is about. @param now For times of today. */
export function describeRow(list: ListName, row: DeskRow, now: Date): RowText {
  const facts = [row.type, row.stage && `等待${row.stage}`, row.holder && `${row.holder}已领取`].filter(Boolean).join(' · ');
  return { facts, action: nameAction(list, row), ...describeState(list, row, now) };
}

function nameAction(list: ListName, { state, forced }: DeskRow): string {
  if (list === 'mine') return OWN_ACTIONS[state] ?? '打开';
  return list === 'forced' && forced?.isOwn ? '打开' : (ACTIONS[list] ?? '打开');
}

type State = Pick<RowText, 'state' | 'tone' | 'remark'>;

function describeState(list: ListName, row: DeskRow, now: Date): State {
  const { returned, forced, plan, dueAt, publishedAt, liveAt, changedAt, state, stage } = row;
  if (list === 'forced' && forced) return { state: forced.isOwn ? '您紧急发布的，等别人追认' : `${forced.by}紧急发布`, tone: 'danger600', remark: forced.reason };
  if (list === 'published-today' && publishedAt) {
    if (liveAt && liveAt >= publishedAt) return { state: `已上线 ${shanghaiTime(liveAt)}`, tone: 'success600' };
    return { state: `${sayTime(publishedAt, now)} 发布，正在上线…`, tone: 'warning700' };
  }
  if (list === 'scheduled' && plan) return { state: `${sayTime(plan.at, now)} ${plan.kind === 'publish' ? '发布' : '撤下'}`, tone: 'neutral600' };
  if (state === 'returned' && returned) return { state: `${returned.by ?? '一位同事'} ${sayTime(returned.at, now)} 退回`, tone: 'warning700', remark: returned.text };
  if (dueAt && state === 'reviewing') {
    const { text, isOverdue } = describeDue(dueAt, daysTo(dueAt, now), now);
    return { state: text, tone: isOverdue ? 'danger600' : 'neutral600' };
  }
  const said = STATES[state] ?? (stage ? `等待${stage}` : '');
  return { state: changedAt ? `${said} · ${sayTime(changedAt, now)} 改过` : said, tone: 'neutral600' };
}

function daysTo(due: string, now: Date): number {
  const [from, to] = [shanghaiDate(now), shanghaiDate(due)];
  return from <= to ? workingDaysBetween(from, to) : workingDaysBetween(to, from);
}

/** Where a document is edited. */
export const pathOf = ({ uid, documentId, locale }: Pick<DeskRow, 'uid' | 'documentId' | 'locale'>): string =>
  `/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=${locale}`;
