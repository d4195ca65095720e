import { shanghaiDate } from '@mingchuang/content/dates';
import { workingDaysBetween } from '@mingchuang/content/working-days';

import type { Person, StageStanding, Standing } from '../../../server/src/editions/standing.ts';
import type { Move } from '../../../server/src/flow/moves.ts';
import { ROLE_NAMES } from '../settings/role-names.ts';
import { describeDue, type DueText } from './describe-due.ts';
import { DANGEROUS } from './move-forms.ts';
import { sayTime } from './say-time.ts';

/** One step of the way from writing to signing. */
export interface Step {
  name: string;
  state: 'done' | 'current' | 'waiting';
  lines: readonly string[];
}

/** A move as a button. */
export interface MoveButton {
  move: Move;
  label: string;
  isDanger: boolean;
}

/** What the panel says of a document. */
export interface Description {
  headline: string;
  tone: 'neutral600' | 'primary600' | 'success600' | 'warning700' | 'danger600';
  /** What it means, or what happens next. */
  notes: readonly string[];
  due?: DueText;
  steps: readonly Step[];
  contributors: string;
  /** The next action of the reader, and why there is none when they might expect one. */
  next?: MoveButton;
  /** The other outcome of the same decision. */
  second?: MoveButton;
  others: readonly MoveButton[];
  waiting?: string;
}

/** Whoever reads the panel. */
export interface Reader {
  id: number;
  /** Codes. */
  roles: readonly string[];
}

/** Puts where a document stands into words. @param now For times of today and for what is overdue. */
export function describeStanding(standing: Standing, reader: Reader, now: Date): Description {
  const { moves, due } = standing;
  const isAllowed = (move: Move) => moves.some((one) => one.move === move && one.allowed);
  const button = (move: Move): MoveButton => ({ move, label: nameButton(move, standing, now), isDanger: DANGEROUS.includes(move) });
  const next = findNext(standing, reader);
  const second = next === 'approve' && isAllowed('return') ? 'return' : next === 'confirm' && isAllowed('withdraw') ? 'withdraw' : undefined;
  const others = moves.filter(({ move, allowed }) => allowed && move !== next && move !== second).map(({ move }) => button(move));
  const waiting = next ? undefined : explainWaiting(standing, reader);
  return {
    ...describeState(standing, now),
    ...(due ? { due: describeDue(due.at, countDays(due.at, now), now) } : {}),
    steps: describeSteps(standing, now),
    contributors: (standing.edition?.contributors ?? []).map(({ name }) => name).join('、'),
    ...(next ? { next: button(next) } : {}),
    ...(second ? { second: button(second) } : {}),
    others: [...others].sort((a, b) => Number(a.isDanger) - Number(b.isDanger)),
    ...(waiting ? { waiting } : {}),
  };
}

/** The next step of the reader. Sending a text to review is for those who wrote it; others find it in the menu. */
function findNext({ next, edition }: Standing, { id }: Reader): Move | undefined {
  const writers = edition?.contributors ?? [];
  const isOthers = next === 'submit' && writers.length > 0 && !writers.some((writer) => writer.id === id);
  return isOthers ? undefined : (next ?? undefined);
}

function countDays(due: string, now: Date): number {
  const [from, to] = [shanghaiDate(now), shanghaiDate(due)];
  return from <= to ? workingDaysBetween(from, to) : workingDaysBetween(to, from);
}

type State = Pick<Description, 'headline' | 'tone' | 'notes'>;

function describeState(standing: Standing, now: Date): State {
  const { edition, withdrawn, published, forced, withdrawalAt } = standing;
  const plans = withdrawalAt ? [`定于 ${sayTime(withdrawalAt, now)} 撤下。`] : [];
  const live = published?.live && edition ? ['门户上还是原来的样子，这一稿通过以后才会换。'] : [];
  if (forced) {
    const note = `${forced.by.name} ${sayTime(forced.at, now)} 没有经过审核就发布了，理由：${forced.reason}`;
    return { headline: '紧急发布，待追认', tone: 'danger600', notes: [note, ...plans] };
  }
  if (edition) {
    const { headline, tone, notes } = describeEdition(edition, standing, now);
    return { headline, tone, notes: [...notes, ...live, ...plans] };
  }
  if (withdrawn) return { headline: '已撤下', tone: 'neutral600', notes: [`公开的原因：${withdrawn.reason}`] };
  if (published?.live) return { headline: '已发布', tone: 'success600', notes: [`${sayTime(published.at, now)} 发布。改了会另起一稿，审核通过以后才换。`, ...plans] };
  return { headline: '采编中', tone: 'neutral600', notes: [] };
}

function describeEdition(edition: NonNullable<Standing['edition']>, { stages, holder }: Standing, now: Date): State {
  const { state, returned, publishAt } = edition;
  const plan = publishAt ? [`签发以后，定于 ${sayTime(publishAt, now)} 发布。`] : [];
  if (state === 'returned') {
    const by = returned ? `${returned.by?.name ?? '一位同事'} ${sayTime(returned.at, now)} 退回：${returned.text}` : '';
    return { headline: '退回修改', tone: 'danger600', notes: by ? [by] : [] };
  }
  if (state === 'scheduled') return { headline: publishAt ? `定于 ${sayTime(publishAt, now)} 发布` : '等待发布', tone: 'primary600', notes: ['已经签发，到时间自动发布。现在改内容，就要从头再审。'] };
  if (state === 'drafting') return { headline: '采编中', tone: 'primary600', notes: [] };
  const stage = stages.find((one) => one.state === 'current');
  const who = holder ? [`${holder.name} 已领取。`] : [];
  return { headline: `等待${stage?.name ?? '审核'}`, tone: 'warning700', notes: [...who, ...plan] };
}

/** The way of the open edition; nothing when there is none. */
function describeSteps({ edition, stages }: Standing, now: Date): Step[] {
  if (!edition) return [];
  const isWriting = edition.state === 'drafting' || edition.state === 'returned';
  const submitted = edition.submitted && !isWriting ? [`${edition.submitted.by.name} ${sayTime(edition.submitted.at, now)} 送审`] : [];
  return [{ name: '采编', state: isWriting ? 'current' : 'done', lines: submitted }, ...stages.map((stage) => describeStage(stage, now))];
}

function describeStage({ name, state, approvals, waitsFor, countersign }: StageStanding, now: Date): Step {
  const said = approvals.map(({ by, standsInFor, at, remark }) => `${by.name}${standsInFor ? `（代${standsInFor.name}）` : ''} ${sayTime(at, now)} 通过${remark ? `：${remark}` : ''}`);
  const waits = state === 'current' ? [sayWaiting(waitsFor, countersign)] : [];
  return { name, state: state === 'coming' ? 'waiting' : state, lines: [...said, ...waits] };
}

function sayWaiting({ roles, people }: { roles: readonly string[]; people: readonly Person[] }, countersign: 'any' | 'all'): string {
  const seats = [...people.map(({ name }) => name), ...roles.map((code) => `一位${ROLE_NAMES[code as keyof typeof ROLE_NAMES] ?? code}`)];
  return seats.length > 1 ? `等${seats.join('、')}${countersign === 'all' ? '都通过' : '中任一人通过'}` : `等${seats.join('')}通过`;
}

/** What keeps the reader from the step they would expect. Nobody expects to act in a stage that is others'. */
function explainWaiting({ edition, moves, stages, next, forced }: Standing, { id, roles }: Reader): string | undefined {
  if (forced && !edition) return forced.by.id === id ? '等另一个能签发的人追认，或者撤下。您自己不能追认。' : '等能签发的人追认，或者撤下。';
  if (next === 'submit') return `等${(edition?.contributors ?? []).map(({ name }) => name).join('、')}改好送审。`;
  const current = stages.find(({ state }) => state === 'current')?.waitsFor;
  const isTheirs = current && (current.people.some((person) => person.id === id) || current.roles.some((role) => roles.includes(role)));
  const expected: Move | undefined = isTheirs ? 'approve' : edition?.state === 'drafting' || edition?.state === 'returned' ? 'submit' : undefined;
  const reason = moves.find(({ move, allowed }) => move === expected && !allowed)?.reason;
  return reason && `${reason}。`;
}

function nameButton(move: Move, { moves, stages, edition }: Standing, now: Date): string {
  const label = moves.find((one) => one.move === move)?.label ?? move;
  if (move === 'submit' && edition?.state === 'returned') return '再次送审';
  if (move === 'schedule' && !edition?.publishAt) return '定时发布';
  if (move === 'return') return '退回修改';
  if (move !== 'approve') return label;
  const current = stages.findIndex(({ state }) => state === 'current');
  if (current < stages.length - 1) return `${stages[current]?.name ?? '审核'}通过`;
  return edition?.publishAt ? `${stages[current]!.name}，${sayTime(edition.publishAt, now)} 发布` : `${stages[current]?.name ?? '签发'}并发布`;
}
