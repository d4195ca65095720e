export { convertPage } from './convert-page.ts';
export { convertText } from './convert-text.ts';
export { makeTwins } from './make-twins.ts';
