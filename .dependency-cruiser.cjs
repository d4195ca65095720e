// The import rules of the house: who may know whom. Apps never import apps.
const packages = (...names) => `^packages/(${names.join('|')})/`;
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `Only ${allowed.join(', ') || 'nothing of ours'} may be imported here.`,
  from: { path: from },
  to: { path: '^(apps|packages)/', pathNot: [from, ...allowed.map((allowedName) => packages(allowedName))] },
});

module.exports = {
  forbidden: [
    only('content-imports-nothing', '^packages/content/', []),
    ...['renderer', 'search', 'a11y', 'inspect', 'hant', 'pictures', 'feed', 'review', 'access', 'cases', 'queries'].map((name) =>
      only(`${name}-imports-content`, `^packages/${name}/`, ['content']),
    ),
    only('cms-imports-its-plugins', '^apps/cms/', ['content', 'feed', 'review', 'access', 'cases', 'queries']),
    only('portal-imports', '^apps/portal/', ['content', 'search', 'a11y', 'hant', 'pictures']),
    only('publisher-imports', '^apps/publisher/', ['content', 'renderer', 'search', 'inspect', 'pictures']),
    only('gateway-imports', '^apps/gateway/', ['content', 'renderer', 'search', 'inspect', 'hant']),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: { pathNot: '\\.astro$' },
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^astro:', '\\.astro$', '\\?'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-renderer|build|\\.astro|\\.cache|\\.tmp|\\.strapi|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
