import { READING } from './reader.ts';
import type { Sentence } from './sentences.ts';

/** The upright line stands beside what has the focus, not on it; in pixels. */
const BESIDE = 8;

/** Lines that follow the eye: a ruler or a cross. The style sheet shows it while `data-guide` is set. */
export class Guide extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
    this.append(document.createElement('i'), document.createElement('i'));
    document.addEventListener('pointermove', ({ clientX, clientY }) => this.moveTo(clientX, clientY));
    document.addEventListener('focusin', ({ target }) => this.moveToBox((target as Element).getBoundingClientRect()));
    document.addEventListener(READING, (event) => {
      const sentence = (event as CustomEvent<Sentence | undefined>).detail;
      if (sentence) this.moveToBox(sentence.range.getBoundingClientRect());
    });
  }

  moveToBox({ left, top, bottom, height }: DOMRect): void {
    if (height > 0 && height < innerHeight) this.moveTo(left - BESIDE, (top + Math.min(bottom, innerHeight)) / 2);
  }

  moveTo(x: number, y: number): void {
    this.style.setProperty('--x', `${x}px`);
    this.style.setProperty('--y', `${y}px`);
  }
}
