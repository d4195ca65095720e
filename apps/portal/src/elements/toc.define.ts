import { Toc } from './toc.ts';

customElements.define('gov-toc', Toc);
