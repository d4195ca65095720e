import { headingOf, type Line, type Message, namedIn } from '../delivery/message.ts';
import { kindOf } from '../kinds.ts';

/** A letter before it is sent. */
export interface Letter {
  id: string;
  subject: string;
  text: string;
  html: string;
}

const FOOTER = '这封信由内容管理后台自动发出，请不要回复。';

/**
 * Writes the letter for a message: what happened, titles where they may leave the house, links. Mail is read outside, so
 * nothing of a document's text is in it.
 * @param settingsUrl Where its reader changes what they get.
 */
export function writeLetter(message: Message, settingsUrl: string | undefined): Letter {
  const { named, more } = namedIn(message);
  const rest = more > 0 ? `还有 ${more} 条，请到后台查看。` : undefined;
  const where = settingsUrl ? `收信方式可在后台“通知”中修改：${settingsUrl}` : '请登录后台查看。收信方式可在后台“通知”中修改。';
  const text = [...named.map(lineInText), ...(rest ? [rest] : []), `--\n${FOOTER}\n${where}`].join('\n\n');
  return { id: message.id, subject: `【明窗】${headingOf(message, 'person')}`, text, html: writeHtml({ named, rest, settingsUrl }) };
}

const lineInText = ({ kind, title, url }: Line) => [[kindOf(kind).label, title].filter(Boolean).join('：'), url].filter(Boolean).join('\n');

function writeHtml({ named, rest, settingsUrl }: { named: readonly Line[]; rest: string | undefined; settingsUrl: string | undefined }): string {
  const items = named.map(
    ({ kind, title, url }) =>
      `<p style="margin:0 0 16px"><strong>${escapeHtml(kindOf(kind).label)}</strong>${title ? `<br>${escapeHtml(title)}` : ''}` +
      `${url ? `<br><a href="${escapeHtml(url)}" style="color:#0f4b82">打开</a>` : ''}</p>`,
  );
  const where = settingsUrl ? `<a href="${escapeHtml(settingsUrl)}" style="color:#5f6b76">修改收信方式</a>` : '请登录后台查看。';
  return [
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body style="margin:0;padding:24px;font:16px/1.7 sans-serif;color:#1c2329">',
    ...items,
    rest ? `<p style="margin:0 0 16px">${escapeHtml(rest)}</p>` : '',
    `<p style="margin:24px 0 0;border-top:1px solid #d5dbe1;padding-top:12px;font-size:14px;color:#5f6b76">${FOOTER}${where}</p></body></html>`,
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
