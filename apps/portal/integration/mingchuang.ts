import path from 'node:path';
import { fileURLToPath } from 'node:url';

import tailwind from '@astrojs/tailwind';
import { PATHS } from '@mingchuang/content';
import type { AstroIntegration, AstroUserConfig } from 'astro';

import { drawMarkIcons } from './draw-mark-icons.ts';
import { finishRenderer } from './finish-renderer.ts';
import { finishSite } from './finish-site.ts';
import { showStates } from './show-states.ts';

/**
 * All that ties the portal to Astro and Tailwind, in one place.
 *
 * `astro build` writes the whole static site; `astro build --mode renderer` bundles templates and page building once,
 * without content, for the publisher and the gateway.
 */
export default function mingchuang(): Pick<AstroUserConfig, 'adapter' | 'integrations'> {
  const styles = [tailwind({ applyBaseStyles: false }), stateStyles()];
  return isRendererBuild()
    ? { adapter: rendererBuild(), integrations: styles }
    : { integrations: [...styles, siteBuild()] };
}

/** Astro hands `--mode` to Vite only, and the kind of output has to be known earlier. */
export function isRendererBuild(argv: readonly string[] = process.argv): boolean {
  const at = argv.indexOf('--mode');
  return argv.includes('--mode=renderer') || (at > 0 && argv[at + 1] === 'renderer');
}

/** The service worker stands at the root, or it would not see every page; whatever else is built so, among the assets. */
export function addressOfWorker({ facadeModuleId }: { facadeModuleId: string | null }): string {
  return facadeModuleId === source('offline/worker.ts') ? PATHS.worker.slice(1) : '_astro/[name]-[hash].js';
}

const source = (file: string) => path.join(import.meta.dirname, '../src', file);

/** After Tailwind, whose utilities have states too. */
function stateStyles(): AstroIntegration {
  return {
    name: 'mingchuang-states',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { css: { postcss: { plugins: [showStates()] } } } }) },
  };
}

function siteBuild(): AstroIntegration {
  return {
    name: 'mingchuang-site',
    hooks: {
      'astro:config:setup': ({ injectRoute }) =>
        injectRoute({ pattern: '/[...file]', entrypoint: source('render/file-route.ts') }),
      'astro:build:done': async ({ dir }) => {
        await drawMarkIcons(fileURLToPath(dir));
        await finishSite(fileURLToPath(dir));
      },
    },
  };
}

function rendererBuild(): AstroIntegration {
  return {
    name: 'mingchuang-renderer',
    hooks: {
      'astro:config:setup': ({ injectRoute }) =>
        injectRoute({ pattern: '/fragments/[name]', entrypoint: source('render/Fragment.astro') }),
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'mingchuang-renderer',
          serverEntrypoint: source('render/entry.ts'),
          exports: ['createRenderer'],
          supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', sharpImageService: 'stable' },
        }),
      'astro:build:done': async ({ dir }) => {
        await drawMarkIcons(fileURLToPath(dir));
        finishRenderer(fileURLToPath(new URL('..', dir)));
      },
    },
  };
}
