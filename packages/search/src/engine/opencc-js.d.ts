/** The parts of opencc-js that come without types of their own. */
declare module 'opencc-js/from/hk' {
  const dictionaries: import('opencc-js/core').DictGroup[];
  export default dictionaries;
}
declare module 'opencc-js/to/cn' {
  const dictionaries: import('opencc-js/core').DictGroup[];
  export default dictionaries;
}
