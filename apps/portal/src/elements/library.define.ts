import { Library } from './library.ts';

customElements.define('gov-library', Library);
