import { announce } from './announce.ts';
import { startLiveTools } from './live-tools.ts';
import { choose, SETTING_CHANGED, valueOf } from './settings.ts';
import { nameVoices } from './voice-list.ts';

/**
 * The panel 无障碍. Its buttons and texts stand in the HTML: `data-set` and `data-value` name a setting and what a button
 * makes of it, `data-do` what it does, `aria-keyshortcuts` the keys that press it or go on in its group.
 */
export class Panel extends HTMLElement {
  #door: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button) this.press(button);
    });
    const voices = this.querySelector('select');
    voices?.addEventListener('change', () => choose('voice', voices.value));
    document.addEventListener(SETTING_CHANGED, () => this.#follow());
    // On the page about the tools it is a part of the page.
    if (this.#isOfPage) this.hidden = false;
    this.#follow();
  }

  get #isOfPage(): boolean {
    return this.closest('main') !== null;
  }

  /** Opens it and leads into it, or closes it and leads back to what opened it. */
  toggle(door: HTMLElement): void {
    const opens = this.hidden || this.#isOfPage;
    this.#door = door;
    this.hidden = !opens;
    if (!this.#isOfPage) door.setAttribute('aria-expanded', String(opens));
    if (!opens) return door.focus();
    this.#follow();
    this.querySelector('h2')?.focus();
    this.scrollIntoView({ block: 'start' });
  }

  /** Presses the button, or goes on in the group, that a key belongs to. */
  pressKey(key: string): void {
    const bound = this.querySelector<HTMLElement>(`[aria-keyshortcuts="Alt+Shift+${key}"]`);
    if (bound instanceof HTMLButtonElement) this.press(bound);
    else if (bound) this.goOn(bound);
  }

  /** Chooses the next value of a group, after the last the first. */
  goOn(group: HTMLElement): void {
    const choices = [...group.querySelectorAll<HTMLButtonElement>('[data-set]')];
    const at = choices.findIndex((button) => button.ariaPressed === 'true');
    const next = choices[(at + 1) % choices.length];
    if (next) this.press(next);
  }

  /** Does what one of its buttons says. */
  press(button: HTMLButtonElement): void {
    const { set, value = '', do: action } = button.dataset;
    if (action) return this.act(action);
    if (!set) return;
    const group = button.closest<HTMLElement>('[role=group]')!;
    const name = textOf(button);
    if (group.dataset.of === set) {
      choose(set, value);
      return this.say('chosen', { name: textOf(group.firstElementChild!), value: name });
    }
    const wasOn = valueOf(set) === value;
    choose(set, wasOn ? '' : value);
    this.say(wasOn ? 'off' : 'on', { name });
  }

  /** Does what a name says: `read`, `back`, `forth`, `reset` or `close`. */
  act(action: string): void {
    if (action === 'close') return this.#door && this.toggle(this.#door);
    if (action === 'reset') return this.#reset();
    void import('./reader.ts').then((reader) => {
      reader.onTrouble((trouble) => this.#admit(trouble));
      this.#admit(undefined);
      if (action === 'read') reader.toggleReading();
      else reader.step(action === 'back' ? -1 : 1);
    });
  }

  /** Tells what happened to whoever cannot see it. */
  say(text: string, values: Record<string, string> = {}): void {
    const words = textOf(this.querySelector(`[data-text=${text}]`)!);
    announce(words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''));
  }

  #reset(): void {
    const names = new Set([...this.querySelectorAll<HTMLElement>('[data-set]')].map(({ dataset }) => dataset.set!));
    for (const name of [...names, 'voice']) if (valueOf(name) !== '') choose(name, '');
    void import('./reader.ts').then(({ stopReading }) => stopReading());
    this.say('reset');
  }

  /** Why nothing was heard stands in the panel, which opens for it: a button that does nothing would be a riddle. */
  #admit(trouble: string | undefined): void {
    for (const note of this.querySelectorAll<HTMLElement>('[data-trouble]')) note.hidden = note.dataset.trouble !== trouble;
    if (!trouble) return;
    this.hidden = false;
    announce(textOf(this.querySelector(`[data-trouble=${trouble}]`)!));
    this.scrollIntoView({ block: 'nearest' });
  }

  #follow(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-set]'))
      button.ariaPressed = String(valueOf(button.dataset.set!) === (button.dataset.value ?? ''));
    if (!this.hidden) void nameVoices(this);
    void startLiveTools(this);
  }
}

const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
