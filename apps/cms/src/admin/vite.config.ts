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
      const fitting = rewritings.filter(({ file }) => id.includes('/node_modules/') && id.split('?')[0]!.endsWith(`/${file}`));
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

interface Asset {
  type: string;
  source?: unknown;
}

/** Gives the page its name and language before any script runs. Strapi adds the page to what is built, by itself. */
const describePage = () => ({
  name: 'mingchuang-describe-page',
  enforce: 'post' as const,
  generateBundle: {
    order: 'post' as const,
    handler(_options: unknown, bundle: Record<string, Asset>) {
      const page = bundle['index.html'];
      if (!page) throw new Error('Strapi no longer builds an index.html');
      page.source = String(page.source)
        .replace('<html lang="en">', '<html lang="zh-Hans">')
        .replace('Strapi Admin', '明窗')
        .replace(/JavaScript is disabled/, '请在浏览器中启用 JavaScript')
        .replace(/Please <a[^>]*>enable JavaScript<\/a> in your browser to proceed\.?/, '启用以后刷新页面。');
    },
  },
});

// A plugin of the workspace brings another copy of Strapi's admin, whose contexts would be strangers to ours.
const SHARED = ['@strapi/strapi', '@strapi/design-system', '@strapi/icons', 'react', 'react-dom', 'react-router-dom', 'styled-components'];

export default (config: Config): Config => ({
  ...config,
  resolve: { ...config.resolve, dedupe: [...(config.resolve?.dedupe ?? []), ...SHARED] },
  plugins: [...(config.plugins ?? []), rewriteStrapi(), describePage()],
});
