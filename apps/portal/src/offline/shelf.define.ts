import { Shelf } from './shelf.ts';

customElements.define('gov-shelf', Shelf);
