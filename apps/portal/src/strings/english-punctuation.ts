const WESTERN: Readonly<Record<string, string>> = {
  '　': ' · ',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '。': '. ',
  '（': ' (',
  '）': ')',
};
const WIDE = /[　，、；：。（）]/g;

/**
 * Gives the text of an English page Western punctuation. Templates join facts with the full-width marks of Chinese, and
 * no English text wants one; tags, and words marked as Chinese, are left alone.
 */
export function westernise(html: string): string {
  return html.replace(/(<[^>]*\blang="zh-Hans"[^>]*>[^<]*|<[^>]*>)|([^<]+)/g, (part, tag: string | undefined) => tag ?? part.replace(WIDE, (mark) => WESTERN[mark]!));
}
