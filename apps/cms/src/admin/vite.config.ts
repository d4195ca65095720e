import { rewritings } from './rewritings';

/** The parts of Vite's configuration used here; Vite itself is Strapi's and not to be imported from the app. */
interface Config {
  resolve?: { dedupe?: string[] };
  plugins?: unknown[];
}

/** Replaces words that are fixed in Strapi's pages, where no translation reaches them. */
function rewriteStrapi() {
  const applied = new Set<(typeof rewritings)[number]>();
  return {
    name: 'mingchuang-rewrite-strapi',
    apply: 'build',
    enforce: 'pre',
    transform(code: string, id: string) {
      const fitting = rewritings.filter(({ file }) => id.includes('/@strapi/') && id.split('?')[0]!.endsWith(file));
      if (fitting.length === 0) return undefined;
      let rewritten = code;
      for (const rewriting of fitting) {
        if (!rewritten.includes(rewriting.from)) continue;
        rewritten = rewritten.replaceAll(rewriting.from, rewriting.to);
        applied.add(rewriting);
      }
      return { code: rewritten, map: null };
    },
    buildEnd(error?: Error) {
      const stale = rewritings.filter((rewriting) => !applied.has(rewriting));
      if (error || stale.length === 0) return;
      throw new Error(`Strapi has changed, these words are no longer there: ${stale.map(({ file, from }) => `${file}: ${from}`).join('; ')}`);
    },
  };
}

const describePage = () => ({
  name: 'mingchuang-describe-page',
  transformIndexHtml: (html: string) =>
    html
      .replace('<html lang="en">', '<html lang="zh-Hans">')
      .replace('Strapi Admin', '明窗')
      .replace(/JavaScript is disabled[^<]*/, '请在浏览器中启用 JavaScript，然后刷新页面。'),
});

// A plugin of the workspace brings another copy of Strapi's admin, whose contexts would be strangers to ours.
const SHARED = ['@strapi/strapi', '@strapi/design-system', '@strapi/icons', 'react', 'react-dom', 'react-router-dom', 'styled-components'];

export default (config: Config): Config => ({
  ...config,
  resolve: { ...config.resolve, dedupe: [...(config.resolve?.dedupe ?? []), ...SHARED] },
  plugins: [...(config.plugins ?? []), rewriteStrapi(), describePage()],
});
