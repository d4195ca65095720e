import { Progress } from './progress.ts';

customElements.define('gov-progress', Progress);
