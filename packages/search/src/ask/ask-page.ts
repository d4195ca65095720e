import type { SearchWords } from '@mingchuang/content';

import type { Convert } from '../convert-file.ts';
import type { AskEngine } from '../engine/connect.ts';
import { openRules, type Rules } from '../engine/rules.ts';
import { carryWords, readMarkup, type Markup } from '../page/markup.ts';
import type { SuggestionList, VoiceWords } from '../suggest/list.ts';
import { listenFor } from '../suggest/voice.ts';
import { answerFrom, requestsFor, type Outcome } from './answer.ts';
import { drawOutcome } from './draw-outcome.ts';

/** Longer questions are cut: nobody asks one, and each character costs a look-up. */
const LONGEST = 200;

/** What a question is understood and looked up with. */
export interface AskParts {
  engine: AskEngine;
  words: SearchWords | undefined;
  list: SuggestionList;
  /** Writes a question in the characters of the index. */
  simplify: (question: string) => Promise<string>;
  /** Writes what the engine answers in them, where the page shows others. */
  simplifyFound?: Convert | undefined;
}

/**
 * The page that answers questions from what is published, in the browser. The question stands behind the `#` of the
 * address, so that no server sees it, and Back returns to the one before.
 *
 * ```html
 * <gov-ask data-root="../">
 *   <form data-part="form" action="../search/"><input name="q"> <button type="button" data-part="voice" hidden></button> …</form>
 *   <p data-part="status" role="status"></p>
 *   <div data-part="outcome" tabindex="-1"></div>
 *   <div data-part="without-script">…shown until the script has started…</div>
 *   <div data-part="start">…shown until something is asked…</div>
 *   <template data-item="answer"> data-slot: link, lines, facts (a dl with data-labels), online, more, kind, agency, date,
 *     checked (both in a data-row), others (a ul in a data-row) </template>
 *   <template data-item="unknown"> data-slot: near (a ul in a data-row) </template>
 *   <template data-item="source"><li><a data-slot="link"></a></li></template>
 *   <template data-text="busy|answered|likely|unknown|error|offline">…</template>
 * </gov-ask>
 * ```
 *
 * Links with `data-part="write"` are given the question, behind their `#`.
 */
export class AskPage extends HTMLElement {
  /** Made by the define file, so that tests may give another. */
  static open: () => Promise<AskParts>;
  static loadVoiceWords: () => Promise<VoiceWords>;

  private readonly markup: Markup = readMarkup(this);
  private parts: Promise<AskParts & { rules: Rules }> | undefined;
  private run = 0;

  connectedCallback(): void {
    const withoutScript = this.markup.part('without-script');
    if (withoutScript) withoutScript.hidden = true;
    this.addEventListener('submit', this.handleSubmit);
    addEventListener('hashchange', this.follow);
    const button = this.markup.part('voice') as HTMLButtonElement | null;
    if (button)
      listenFor(button, this.form.parentElement!, AskPage.loadVoiceWords, (text, final) => {
        this.input.value = text;
        if (final) this.form.requestSubmit();
      });
    this.follow();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.follow);
  }

  private get form(): HTMLFormElement {
    return this.markup.part('form') as HTMLFormElement;
  }

  private get input(): HTMLInputElement {
    return this.form.elements.namedItem('q') as HTMLInputElement;
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    if (event.target !== this.form) return;
    event.preventDefault();
    const hash = `#q=${encodeURIComponent(this.input.value.trim())}`;
    if (location.hash === hash) this.follow();
    else location.hash = hash;
  };

  private readonly follow = (): void => void this.answer(questionIn(location.hash));

  private async answer(question: string): Promise<void> {
    const run = ++this.run;
    this.input.value = question;
    const start = this.markup.part('start');
    if (start) start.hidden = question !== '';
    this.markup.part('outcome')?.replaceChildren();
    this.say(question ? 'busy' : '');
    if (!question) return;
    try {
      const { engine, rules, list, simplify, simplifyFound } = await this.open();
      const asked = await simplify(question);
      const found = await Promise.all(requestsFor(asked, list).map((request) => engine(request)));
      if (run === this.run) this.show(question, answerFrom(asked, found, rules, list, simplifyFound));
    } catch (error) {
      console.error(error);
      this.parts = undefined;
      if (run === this.run) this.say(navigator.onLine ? 'error' : 'offline');
    }
  }

  private open(): Promise<AskParts & { rules: Rules }> {
    this.parts ??= AskPage.open().then((parts) => ({ ...parts, rules: openRules(parts.words, new Date().toISOString().slice(0, 10)) }));
    return this.parts;
  }

  private show(question: string, outcome: Outcome): void {
    drawOutcome(this.markup, outcome, this.dataset.root ?? '/');
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-part="write"]')) carryWords(link, question);
    this.say(outcome.kind);
  }

  private say(text: string): void {
    const status = this.markup.part('status');
    if (status) status.textContent = text && this.markup.text(text);
    this.dataset.state = text || 'start';
  }
}

/** The question behind the `#` of an address; nothing when it cannot be read. */
export function questionIn(hash: string): string {
  const [, encoded = ''] = /^#q=(.*)$/.exec(hash) ?? [];
  try {
    return [...decodeURIComponent(encoded).trim()].slice(0, LONGEST).join('');
  } catch {
    return '';
  }
}
