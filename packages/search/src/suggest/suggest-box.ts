import { drawOptions } from './draw-options.ts';
import type { SuggestionList } from './list.ts';
import { suggestPlace, type SuggestPlace } from './place.ts';
import { createSuggester, type Suggester, type Suggestion } from './suggest.ts';
import { listenFor } from './voice.ts';

/** Suggestions at most; on a phone the keyboard leaves room for fewer. */
const MOST = { wide: 8, narrow: 5 } as const;
const isNarrow = (): boolean => matchMedia('(max-width: 47.99em)').matches;
/** How long nothing may change before the number of suggestions is said (milliseconds). */
const PAUSE = 600;

/**
 * The search box of every page: improves the form in it to the combobox with a list of the ARIA Authoring Practices
 * (list autocomplete with manual selection). Nothing that is typed leaves the browser.
 *
 * ```html
 * <gov-suggest class="find-s">
 *   <form class="find" role="search" action="/search/"><input name="q" type="search">
 *     <button type="button" data-part="voice" hidden></button> <button>…</button></form>
 * </gov-suggest>
 * ```
 *
 * The list, its words included, is loaded with the first letter or before; a page in 繁體 shows that of its script. What
 * leads to a page is opened in the mode the form's address is in, anything else is searched.
 */
export class SuggestBox extends HTMLElement {
  /** Made by the define file, so that tests may give another. */
  static load: (place: SuggestPlace) => Promise<SuggestLists>;

  private input!: HTMLInputElement;
  private readonly box = document.createElement('ul');
  private readonly said = document.createElement('p');
  private suggestions: Suggestion[] = [];
  private active = -1;
  private run = 0;
  private pressing = false;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private loaded: Promise<Ready> | undefined;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('[name="q"]');
    if (!input || this.input) return;
    this.input = input;
    this.box.id = `suggestions-${[...document.querySelectorAll(this.localName)].indexOf(this)}`;
    this.box.className = 'suggestions';
    this.box.hidden = true;
    this.box.setAttribute('role', 'listbox');
    this.said.className = 'vh';
    this.said.setAttribute('role', 'status');
    this.append(this.box, this.said);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.box.id }))
      input.setAttribute(name, value);
    input.addEventListener('input', () => void this.follow());
    input.addEventListener('keydown', this.handleKey);
    input.addEventListener('blur', this.handleBlur);
    addEventListener('pointerdown', () => (this.pressing = true), true);
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (this.pressing = false), true);
    this.querySelector('form')!.addEventListener('submit', () => this.close());
    // Pressing an option must not take the focus, and with it the keyboard of a phone, from the box.
    this.box.addEventListener('pointerdown', (event) => event.preventDefault());
    this.box.addEventListener('mousedown', (event) => event.preventDefault());
    this.box.addEventListener('click', (event) => {
      const at = [...this.box.children].indexOf((event.target as Element).closest('li')!);
      if (at >= 0) this.choose(at);
    });
    this.prepareVoice();
    void this.ready().catch(() => undefined);
    // What was sent before this script was there is no longer being typed.
    const sent = new URLSearchParams(location.search).get('q') ?? '';
    if (input.value.trim() !== sent && input === document.activeElement) void this.follow();
  }

  /** Loads the list once. Without a network the box stays a plain form; the next letter tries again. */
  private ready(): Promise<Ready> {
    this.loaded ??= SuggestBox.load(suggestPlace()).then(({ list, shown, simplify }) => {
      this.box.setAttribute('aria-label', shown.words.label);
      return { ...shown, suggest: createSuggester(list, shown), simplify };
    });
    this.loaded.catch(() => (this.loaded = undefined));
    return this.loaded;
  }

  private async follow(): Promise<void> {
    const run = ++this.run;
    const { suggest, simplify, words } = await this.ready();
    const typed = await simplify(this.input.value);
    if (run !== this.run) return;
    const suggestions = suggest(typed, isNarrow() ? MOST.narrow : MOST.wide);
    if (!suggestions.length || document.activeElement !== this.input) return this.close();
    this.suggestions = suggestions;
    this.box.replaceChildren(...drawOptions(suggestions, this.box.id, words.also));
    const opens = this.box.hidden;
    this.box.hidden = false;
    // The keyboard of a phone leaves half of the window: the box goes to its top.
    if (opens && isNarrow()) this.scrollIntoView();
    this.input.setAttribute('aria-expanded', 'true');
    this.activate(-1);
    this.tell(words.count.replace('{count}', String(suggestions.length)));
  }

  private close(): void {
    this.run++;
    clearTimeout(this.pause);
    this.box.hidden = true;
    this.box.replaceChildren();
    this.suggestions = [];
    this.said.textContent = '';
    this.input.setAttribute('aria-expanded', 'false');
    this.activate(-1);
  }

  private activate(at: number): void {
    this.active = at;
    [...this.box.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    const option = this.box.children[at];
    if (!option) return this.input.removeAttribute('aria-activedescendant');
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private tell(text: string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => (this.said.textContent = text), PAUSE);
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    // While an input method is at work its keys belong to it.
    if (event.isComposing || event.keyCode === 229) return;
    const { key, altKey } = event;
    const count = this.suggestions.length;
    if (key === 'ArrowDown' && !count) void this.follow();
    else if (key === 'ArrowDown' && !altKey) this.activate((this.active + 1) % count);
    else if (key === 'ArrowUp' && count) this.activate(this.active > 0 ? this.active - 1 : count - 1);
    else if (key === 'Enter' && this.active >= 0) this.choose(this.active);
    else if (key === 'Escape' && count) this.close();
    else {
      // Home, End and the arrows to the sides go on in what was typed.
      if (key === 'Home' || key === 'End' || key === 'ArrowLeft' || key === 'ArrowRight') this.activate(-1);
      return;
    }
    event.preventDefault();
  };

  /** The list may push the page down: what is being pressed stays where it is until it is let go. */
  private readonly handleBlur = (): void => {
    if (!this.pressing) return this.close();
    const close = () => void setTimeout(() => document.activeElement !== this.input && this.close());
    addEventListener('pointerup', close, { once: true });
  };

  private choose(at: number): void {
    const chosen = this.suggestions[at]!;
    const form = this.input.form!;
    this.close();
    if (chosen.url) return void this.ready().then(({ search }) => location.assign(form.action.slice(0, -search.length) + chosen.url));
    this.input.value = chosen.name;
    form.requestSubmit();
  }

  private prepareVoice(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-part="voice"]');
    if (!button) return;
    listenFor(button, this, async () => (await this.ready()).words.voice, (text, final) => {
      this.input.value = text;
      if (final) this.input.form!.requestSubmit();
    });
  }
}

/** The list, the same as it is shown, and what writes a query in the characters of the first. */
export interface SuggestLists {
  list: SuggestionList;
  shown: SuggestionList;
  simplify: (typed: string) => Promise<string>;
}

type Ready = Pick<SuggestionList, 'search' | 'words'> & Pick<SuggestLists, 'simplify'> & { suggest: Suggester };
