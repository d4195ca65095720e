import { ALERT_MARKER, MODE_MARKER, type Drawable, type Frame, type Renderer } from '@mingchuang/content';

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** A page as the portal draws it, as far as the gateway cares: both markers once, links relative. */
export function page(title: string, main: string): string {
  return `<!doctype html><html lang="zh-CN" ${MODE_MARKER}><head><title>${title}</title></head><body>${ALERT_MARKER}<main>${main}</main></body></html>`;
}

/** Draws props as text, so that tests see what a template would have been given. */
export const standInRenderer: Renderer = {
  version: 'stand-in',
  assets: '/nowhere',
  *buildPages() {},
  *buildGroups() {},
  async draw({ template, path, props }: Drawable) {
    const type = 'text/html; charset=utf-8';
    if (template === 'AlertStrip') {
      const { alerts } = props as { alerts: { title: string; url?: string }[] };
      return { status: 200, type, body: alerts.map(({ title, url }) => `<a class="alert" href="${url ?? '#'}">${path.startsWith('/en/') ? 'Alert: ' : ''}${title}</a>`).join('') };
    }
    const { frame: _frame, ...shown } = props as { frame: Frame };
    const { errors = [], title = template } = props as { errors?: unknown[]; title?: string };
    // In a field, where what a visitor typed stands in a real form.
    const main = `<a href="../x/">rel</a><textarea data-path="${path}">${escapeHtml(JSON.stringify({ template, ...shown }))}</textarea>`;
    return { status: 200, type, body: page(errors.length > 0 ? `错误：${title}` : title, main) };
  },
};

/** What the stand-in was given, read back from its page. */
export function shownProps(html: string): Record<string, any> {
  const text = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1];
  if (text === undefined) throw new Error(`Not a page of the stand-in: ${html.slice(0, 200)}`);
  return JSON.parse(text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))) as Record<string, any>;
}

export const frame: Frame = {
  site: {
    title: '望川市人民政府',
    shortName: '望川市',
    domain: 'www.wangchuan.example',
    siteCode: '0000000001',
    theme: 'blue',
    sponsor: '望川市人民政府办公室',
    hotline: '12345',
  },
  navigation: [{ label: '首页', url: '/' }],
  footer: [],
  agencies: [{ code: 'shuiwu', title: '水务局' }],
};
