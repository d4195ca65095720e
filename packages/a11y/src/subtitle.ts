import { onPointed } from './point-at.ts';
import { isReading, READING } from './reader.ts';
import type { Sentence } from './sentences.ts';
import { SETTING_CHANGED, valueOf } from './settings.ts';

/**
 * 大字幕: the sentence that is read, pointed at or has the focus, in large characters at the foot of the window, with
 * pinyin on demand. It stands in the page after everything else; the style sheet keeps it in view.
 */
export class Subtitle extends HTMLElement {
  #shown = '';

  connectedCallback(): void {
    onPointed(({ text }) => isReading() || this.show(text));
    document.addEventListener(READING, (event) => {
      const sentence = (event as CustomEvent<Sentence | undefined>).detail;
      if (sentence) this.show(sentence.text);
    });
    document.addEventListener(SETTING_CHANGED, () => this.draw());
    this.draw();
  }

  show(text: string): void {
    if (text === this.#shown) return;
    this.#shown = text;
    void this.draw();
  }

  async draw(): Promise<void> {
    const place = this.querySelector('p');
    if (!place || valueOf('subtitle') === '' || this.#shown === '') return;
    const text = this.#shown;
    if (valueOf('pinyin') === '') return place.replaceChildren(text);
    const { readPinyin } = await import('./pinyin.ts');
    if (text === this.#shown) place.replaceChildren(...readPinyin(text).map(([character, reading]) => (reading ? annotated(character, reading) : character)));
  }
}

function annotated(character: string, reading: string): HTMLElement {
  const ruby = document.createElement('ruby');
  const rt = document.createElement('rt');
  rt.textContent = reading;
  ruby.append(character, rt);
  return ruby;
}
