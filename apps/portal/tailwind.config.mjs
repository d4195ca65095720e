/** The theme is the applied tokens (src/styles/tokens.css): a mode changes the tokens and every utility follows. */
const token = (name) => `var(--${name})`;
const tokens = (...names) => Object.fromEntries(names.map((name) => [name, token(name)]));

/** @type {import('tailwindcss').Config} */
export default {
  content: ['./src/**/*.{astro,ts}'],
  corePlugins: { preflight: false, container: false },
  theme: {
    screens: { air: '37.5em', wide: '48em', full: '60em' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...tokens('page', 'soft', 'wall', 'light', 'glow', 'lit', 'text', 'body', 'muted', 'line', 'rule', 'edge'),
      ...tokens('link', 'link-over', 'act', 'act-over', 'on-act', 'sign', 'sign-bg', 'lamp', 'focus', 'foot', 'on-foot'),
    },
    spacing: {
      0: '0',
      px: '1px',
      ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [at + 1, token(`s${at + 1}`)])),
      hit: token('hit'),
    },
    fontFamily: { sans: token('sans'), song: token('song'), num: token('num'), head: token('head') },
    fontSize: {
      s: [token('t-s'), '1.6'],
      base: [token('t'), token('lh')],
      l: [token('t-l'), '1.45'],
      x: [token('t-x'), token('lh-h')],
      xx: [token('t-xx'), token('lh-h')],
      read: [token('t-read'), token('lh-read')],
    },
    borderRadius: { DEFAULT: token('r') },
  },
};
