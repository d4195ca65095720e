import { extname } from 'node:path';

const LONGEST = 120;

/**
 * The name of a file as visitors will see and save it: the editor's own words, without what no file system takes,
 * without invisible characters that show a name other than it is (“…fdp.exe” read backwards), not endlessly long.
 */
export function readableName(name: string): string {
  const visible = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '-')
    .trim();
  const extension = extname(visible);
  const bare = [...visible.slice(0, visible.length - extension.length).trim()].slice(0, LONGEST).join('');
  return `${bare.replace(/^\.+/, '') || '未命名'}${extension}`;
}
