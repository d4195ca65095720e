import { Subtitle } from './subtitle.ts';

customElements.define('gov-subtitle', Subtitle);
