import type { RssProps } from '../templates/props.ts';
import { escapeXml } from './xml.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day, or a minute of it, in Asia/Shanghai as RFC 822 wants it. A day without a time is its beginning. */
export function rfc822(time: string): string {
  const [date = '', clock = '00:00'] = time.split(' ');
  const [year, month, day] = date.split('-') as [string, string, string];
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${clock}:00 +0800`;
}

/** RSS 2.0. */
export function writeRss({ title, link, description, domain, items }: RssProps): string {
  const element = (name: string, text: string | undefined) => (text ? `<${name}>${escapeXml(text)}</${name}>` : '');
  const address = (path: string) => `https://${domain}${path}`;
  const list = items.map(
    (item) =>
      `<item>${element('title', item.title)}${element('link', address(item.path))}<guid isPermaLink="true">${escapeXml(address(item.path))}</guid>` +
      `${element('description', item.description)}${item.time ? element('pubDate', rfc822(item.time)) : ''}</item>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>\n' +
    `${element('title', title)}${element('link', address(link))}${element('description', description || title)}<language>zh-CN</language>\n` +
    `${list.join('')}</channel></rss>\n`
  );
}
