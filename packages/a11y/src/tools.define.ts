import { Tools } from './tools.ts';

customElements.define('gov-tools', Tools);
