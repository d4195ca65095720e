import { shanghaiDate, shanghaiMinute, shanghaiTime } from '@mingchuang/content/dates';

/** What the server says about a document; see the server's `document-state.ts`. */
export type DocumentState =
  | { state: 'unpublished' }
  | { state: 'pending'; withdrawn: boolean; since: string }
  | { state: 'withdrawn'; liveAt: string; seconds: number; url?: string }
  | { state: 'live'; liveAt: string; seconds: number; url?: string }
  | { state: 'blocked'; reason: string; url?: string };

/** What an editor reads about a document. */
export interface Description {
  tone: 'neutral' | 'busy' | 'good' | 'bad';
  text: string;
  /** A second line: what it means, or what to do. */
  note?: string;
  link?: { label: string; url: string };
}

/** How long a publication may take before the editor is told that it takes longer than usual, ms. */
const PATIENCE = 20_000;

/** Puts the state of a document into words. @param now For times of today and for patience. */
export function describeState(state: DocumentState, now: Date): Description {
  switch (state.state) {
    case 'unpublished':
      return { tone: 'neutral', text: '还没有发布' };
    case 'pending': {
      const slow = now.getTime() - Date.parse(state.since) > PATIENCE;
      return {
        tone: 'busy',
        text: state.withdrawn ? '正在撤下…' : '正在上线…',
        ...(slow ? { note: '比平时慢一些，可能是发布服务正忙或没有开启。内容已经记下，不会丢失。' } : {}),
      };
    }
    case 'live':
      return {
        tone: 'good',
        text: `已上线 ${formatTime(state.liveAt, now)}${formatDuration(state.seconds)}`,
        ...(state.url ? { link: { label: '打开网页', url: state.url } } : {}),
      };
    case 'withdrawn':
      return { tone: 'neutral', text: `已撤下 ${formatTime(state.liveAt, now)}` };
    case 'blocked':
      return {
        tone: 'bad',
        text: `未能上线：${state.reason}`,
        note: '门户上保持原样。改好后重新发布即可。',
        ...(state.url ? { link: { label: '打开网页', url: state.url } } : {}),
      };
  }
}

function formatTime(instant: string, now: Date): string {
  return shanghaiDate(instant) === shanghaiDate(now) ? shanghaiTime(instant) : shanghaiMinute(instant);
}

/** Said while it is of interest: nobody waits for an hour in front of the screen. */
function formatDuration(seconds: number): string {
  if (seconds >= 3600) return '';
  return seconds < 60 ? `，用时 ${seconds.toFixed(1)} 秒` : `，用时 ${Math.round(seconds / 60)} 分钟`;
}

/** Wait before asking again, ms: every second while something is on its way, slowly otherwise. */
export function waitBeforeAsking(state: DocumentState | undefined, now: Date): number {
  if (state?.state !== 'pending') return 5_000;
  return now.getTime() - Date.parse(state.since) < 60_000 ? 1_000 : 5_000;
}
