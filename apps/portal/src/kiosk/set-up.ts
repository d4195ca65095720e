import { isPin, KIOSK, LONGEST, readKiosk, SHORTEST } from './record.ts';

/**
 * Makes this device a kiosk, or an ordinary one again: the one way out asks for the digits that were set on the way in.
 * Its texts and the parts of the kiosk stand in the HTML.
 */
export class SetUp extends HTMLElement {
  connectedCallback(): void {
    this.#form('on')?.addEventListener('submit', (event) => this.#switchOn(event));
    this.#form('off')?.addEventListener('submit', (event) => this.#switchOff(event));
    this.#show();
  }

  #form(name: 'on' | 'off'): HTMLFormElement | null {
    return this.querySelector<HTMLFormElement>(`form[data-part="${name}"]`);
  }

  #show(): void {
    const isKiosk = readKiosk(localStorage) !== undefined;
    for (const [name, hidden] of [['on', isKiosk], ['off', !isKiosk]] as const) {
      const form = this.#form(name);
      if (form) form.hidden = hidden;
    }
  }

  #switchOn(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { seconds = '', pin = '' } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const isRight = Number.isInteger(Number(seconds)) && Number(seconds) >= SHORTEST && Number(seconds) <= LONGEST;
    if (!isRight) return this.#refuse(form, 'seconds');
    if (!isPin(pin)) return this.#refuse(form, 'pin');
    const parts = this.querySelector<HTMLTemplateElement>('template[data-part="kiosk"]')?.innerHTML ?? '';
    localStorage.setItem(KIOSK, JSON.stringify({ seconds: Number(seconds), pin, parts }));
    location.replace(this.dataset.start ?? '/');
  }

  #switchOff(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (String(new FormData(form).get('pin')) !== readKiosk(localStorage)?.pin) return this.#refuse(form, 'pin');
    localStorage.removeItem(KIOSK);
    location.reload();
  }

  /** Says what is wrong at the field, and puts the reader there. */
  #refuse(form: HTMLFormElement, name: string): void {
    for (const field of form.querySelectorAll<HTMLInputElement>('input')) {
      const isWrong = field.name === name;
      const said = form.querySelector<HTMLElement>(`#${field.id}-error`);
      if (said) said.hidden = !isWrong;
      field.setAttribute('aria-invalid', String(isWrong));
      // What is hidden would be read out all the same.
      field.setAttribute('aria-describedby', `${field.id}-hint${isWrong ? ` ${field.id}-error` : ''}`);
      if (isWrong) field.focus();
    }
  }
}
