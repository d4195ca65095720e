import { holds, type WaivedFinding } from '../../../server/src/checks/judge.ts';
import type { Level } from '../../../server/src/checks/finding.ts';

/** A group of findings as the panel shows them. */
export interface FindingGroup {
  level: Level;
  title: string;
  findings: WaivedFinding[];
}

const LEVELS: readonly Level[] = ['block', 'confirm', 'hint'];

/** @param gate What they stand in the way of: 送审. */
export function groupFindings(findings: readonly WaivedFinding[], gate: string): FindingGroup[] {
  const titles: Record<Level, string> = { block: `不改不能${gate}`, confirm: '请核对，没有问题就打勾', hint: '提醒' };
  return LEVELS.map((level) => ({ level, title: titles[level], findings: findings.filter((finding) => finding.level === level) })).filter(
    (group) => group.findings.length > 0,
  );
}

/** The whole in one sentence. */
export function sumUp(findings: readonly WaivedFinding[], gate: string): { text: string; tone: 'good' | 'bad' | 'open' } {
  const open = findings.filter(holds);
  const count = (level: Level, among: readonly WaivedFinding[]) => among.filter((finding) => finding.level === level).length;
  const [blocks, confirms, hints] = [count('block', open), count('confirm', open), count('hint', findings)];
  const parts = [blocks > 0 && `${blocks} 处不改不能${gate}`, confirms > 0 && `${confirms} 处要确认`, hints > 0 && `${hints} 处提醒`].filter(Boolean);
  if (parts.length === 0) return { text: '没有发现问题。', tone: 'good' };
  return { text: `${parts.join('，')}。`, tone: blocks > 0 ? 'bad' : confirms > 0 ? 'open' : 'good' };
}
