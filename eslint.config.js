import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const BANNED_NAMES = ['utils', 'helpers', 'common', 'misc', 'manager', 'handler', 'data', 'info'];

/** The house rules that a machine can check (docs/developers.md). */
const house = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'no-console': 'off',
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `^\\.{1,2}/(.*/)?(${BANNED_NAMES.join('|')})(\\.ts)?$`, message: 'Name the file after its idea.' }] },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**', '**/dist/**', '**/dist-renderer/**', '**/build/**', '**/.astro/**', '**/.cache/**', '**/.strapi/**', '**/.tmp/**',
      'data/**', 'backups/**', 'packages/content/src/generated/**', '**/types/generated/**', '.dependency-cruiser.cjs', 'test-results/**', 'playwright-report/**',
      // What tsup writes beside its settings while it builds.
      '**/*.bundled_*.mjs',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...house,
      'no-undef': 'off',
      'no-control-regex': 'off',
      // Chinese parts words by an ideographic space.
      'no-irregular-whitespace': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    },
  },
  { files: ['**/*.test.ts', '**/e2e/**'], rules: { 'max-lines': ['error', 400] } },
  { files: ['**/*.cjs', '**/bench/**'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
