import { SetUp } from './set-up.ts';

customElements.define('gov-kiosk', SetUp);
