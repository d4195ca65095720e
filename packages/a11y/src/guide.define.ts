import { Guide } from './guide.ts';

customElements.define('gov-guide', Guide);
