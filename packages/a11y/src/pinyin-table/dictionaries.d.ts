declare module 'pinyin-pro/dist/esm/data/*.mjs' {
  const words: Record<string, string>;
  export default words;
}
