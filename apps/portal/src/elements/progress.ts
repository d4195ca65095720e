/**
 * Lets a visitor tick off the steps of a journey. What is done is kept on the device under the journey's address and
 * nowhere else. Where the device keeps nothing, no boxes are shown.
 */
export class Progress extends HTMLElement {
  connectedCallback(): void {
    const done = this.#read();
    if (!done) return;
    for (const box of this.#boxes) {
      box.checked = done.includes(box.value);
      const label = box.closest<HTMLElement>('[data-part="done"]');
      if (label) label.hidden = false;
      if (box.checked) this.#fold(box);
      box.addEventListener('change', () => {
        this.#fold(box);
        this.#keep();
      });
    }
    this.querySelector('[data-part="again"]')?.addEventListener('click', () => {
      for (const box of this.#boxes) {
        box.checked = false;
        this.#fold(box);
      }
      this.#keep();
      this.#boxes[0]?.focus();
    });
    // A printed journey is whole.
    window.addEventListener('beforeprint', () => {
      for (const details of this.querySelectorAll('details')) details.open = true;
    });
    this.#say();
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-part="done"] input')];
  }

  get #key(): string {
    return `journey:${this.dataset.key ?? ''}`;
  }

  /** The titles of the steps that are done; `undefined` where the browser keeps nothing. */
  #read(): string[] | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((title) => typeof title === 'string') : [];
    } catch (error) {
      return error instanceof SyntaxError ? [] : undefined;
    }
  }

  #keep(): void {
    const done = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    if (done.length > 0) localStorage.setItem(this.#key, JSON.stringify(done));
    else localStorage.removeItem(this.#key);
    this.#say();
  }

  /** A step that is done folds away, and its mark is filled. */
  #fold(box: HTMLInputElement): void {
    const item = box.closest('li');
    item?.classList.toggle('now', box.checked);
    const details = item?.querySelector('details');
    if (details) details.open = !box.checked;
  }

  #say(): void {
    const all = this.#boxes.length;
    const done = this.#boxes.filter(({ checked }) => checked).length;
    const line = this.querySelector<HTMLElement>('[data-part="progress"]');
    const said = this.querySelector<HTMLElement>('[data-part="said"]');
    if (!line || !said) return;
    line.hidden = done === 0;
    const text = (done === all ? this.dataset.finished : this.dataset.said) ?? '';
    said.textContent = done === 0 ? '' : text.replace('{done}', String(done)).replace('{rest}', String(all - done));
  }
}
