import { Save } from './save.ts';

customElements.define('gov-save', Save);
