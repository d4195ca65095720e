import { countValues, filterRows, formatChoice, isEmpty, parseChoice, toggle, type Choice, type LibraryRow } from './library-filter.ts';

/** Rows drawn at once; more come on demand. */
const STEP = 50;

/**
 * Combines the filters of a library. Its HTML works without it: each value leads to a list of its own. With it, values
 * combine in place, the choice stands in the address, and a live region says how many documents are left.
 */
export class Library extends HTMLElement {
  #rows: Promise<readonly LibraryRow[]> | undefined;
  #found: readonly LibraryRow[] = [];
  #drawn = 0;
  /** Counts what was asked for, so that a slow answer never overwrites a later one. */
  #turn = 0;

  connectedCallback(): void {
    const form = this.#part<HTMLFormElement>('form');
    if (form) form.hidden = false;
    // On a desk there is room beside the list.
    if (window.matchMedia('(min-width: 60em)').matches) for (const details of this.querySelectorAll<HTMLDetailsElement>('details[data-facet]')) details.open = true;
    this.addEventListener('click', (event) => this.#click(event));
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = String(new FormData(form).get('q') ?? '').trim();
      this.#go({ ...this.#choice(), words });
    });
    this.#part('more')?.addEventListener('click', () => this.#drawMore());
    window.addEventListener('popstate', () => void this.#show());
    if (!isEmpty(this.#choice())) void this.#show();
  }

  get #facets(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-facet]')];
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T | null {
    return this.querySelector<T>(`[data-part="${name}"]`);
  }

  #choice(): Choice {
    const facets = this.#facets.map(({ dataset }) => dataset.facet ?? '');
    return parseChoice(location.search, facets);
  }

  #click(event: MouseEvent): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-value], a[data-choice]');
    if (!link) return;
    event.preventDefault();
    if (link.dataset.choice !== undefined) {
      this.#go(parseChoice(link.search, this.#facets.map(({ dataset }) => dataset.facet ?? '')));
      this.#part('status')?.focus();
    } else {
      const facet = link.closest<HTMLElement>('[data-facet]')?.dataset.facet ?? '';
      this.#go(toggle(this.#choice(), facet, link.dataset.value ?? ''));
    }
  }

  #go(choice: Choice): void {
    history.pushState(null, '', location.pathname + formatChoice(choice));
    void this.#show();
  }

  async #load(): Promise<readonly LibraryRow[]> {
    const files = (this.dataset.rows ?? '').split(' ').filter(Boolean);
    return (await Promise.all(files.map(fetchRows))).flat();
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const choice = this.#choice();
    const input = this.querySelector<HTMLInputElement>('input[name=q]');
    if (input) input.value = choice.words;
    try {
      if (!this.#rows) this.#say(this.dataset.loading ?? '');
      const rows = await (this.#rows ??= this.#load());
      if (turn === this.#turn) this.#draw(rows, choice);
    } catch {
      this.#rows = undefined;
      if (turn === this.#turn) this.#say(this.dataset.failed ?? '');
    }
  }

  #draw(rows: readonly LibraryRow[], choice: Choice): void {
    const chosen = !isEmpty(choice);
    this.#found = chosen ? filterRows(rows, choice) : [];
    for (const facet of this.#facets) drawCounts(facet, rows, choice);
    this.#drawChoices(choice);
    for (const [part, hidden] of [['whole', chosen], ['found', !chosen]] as const) {
      const element = this.#part(part);
      if (element) element.hidden = hidden;
    }
    this.#part('results')?.replaceChildren();
    this.#drawn = 0;
    this.#drawMore();
    const text = this.#found.length > 0 ? this.dataset.found : this.dataset.nothing;
    this.#say(chosen ? (text ?? '').replace('{count}', this.#found.length.toLocaleString('en')) : '');
  }

  #drawMore(): void {
    const next = this.#found.slice(this.#drawn, this.#drawn + STEP).flatMap((row) => this.#row(row));
    this.#part('results')?.append(...next);
    if (this.#drawn > 0) next[0]?.querySelector('a')?.focus();
    this.#drawn += STEP;
    const rest = this.#part('rest');
    if (rest) rest.hidden = this.#drawn >= this.#found.length;
  }

  #row({ path, title, date, line, values }: LibraryRow): HTMLElement[] {
    const item = this.#copy('row');
    const link = slot(item, 'title');
    if (!item || !link) return [];
    link.setAttribute('href', (this.dataset.root ?? '/') + path.slice(1));
    link.textContent = title;
    const time = slot(item, 'date');
    time?.setAttribute('datetime', date);
    time?.append(date);
    const tag = this.querySelector<HTMLTemplateElement>(`template[data-tag="${values?.validity?.[0] ?? ''}"]`);
    if (tag) slot(item, 'tag')?.append(tag.content.cloneNode(true));
    slot(item, 'line')?.append(line);
    return [item];
  }

  /** The choices made, each a link that takes it back, and one that takes back all. */
  #drawChoices(choice: Choice): void {
    const box = this.#part('choices');
    if (!box) return;
    const made = Object.entries(choice.values).map(([facet, value]) => ({ label: this.#label(facet, value), rest: toggle(choice, facet, value) }));
    if (choice.words) made.push({ label: `“${choice.words}”`, rest: { ...choice, words: '' } });
    const links = made.flatMap(({ label, rest }) => this.#link('choice', rest, label));
    if (made.length > 1) links.push(...this.#link('clear', { words: '', values: {} }));
    box.replaceChildren(...links);
    box.hidden = made.length === 0;
  }

  #link(template: string, choice: Choice, label?: string): HTMLElement[] {
    const item = this.#copy(template);
    const link = item?.querySelector('a');
    if (!item || !link) return [];
    link.setAttribute('href', location.pathname + formatChoice(choice));
    link.dataset.choice = '';
    if (label) slot(item, 'label')?.append(label);
    return [item];
  }

  #label(facet: string, value: string): string {
    const box = this.#facets.find(({ dataset }) => dataset.facet === facet);
    const name = [...(box?.querySelectorAll<HTMLElement>('a[data-value]') ?? [])].find(({ dataset }) => dataset.value === value);
    return `${box?.dataset.title ?? ''}：${name?.querySelector('.facet-name')?.textContent ?? value}`;
  }

  #copy(name: string): HTMLElement | undefined {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-part="${name}"]`);
    return template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  }

  #say(text: string): void {
    const status = this.#part('status');
    if (status) status.textContent = text;
  }
}

async function fetchRows(file: string): Promise<LibraryRow[]> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${response.status} for ${file}`);
  return (await response.json()) as LibraryRow[];
}

function drawCounts(facet: HTMLElement, rows: readonly LibraryRow[], choice: Choice): void {
  const name = facet.dataset.facet ?? '';
  const counts = countValues(rows, choice, name);
  for (const link of facet.querySelectorAll<HTMLElement>('a[data-value]')) {
    const value = link.dataset.value ?? '';
    const isChosen = choice.values[name] === value;
    const count = counts.get(value) ?? 0;
    const shown = slot(link, 'count');
    if (shown) shown.textContent = count.toLocaleString('en');
    if (link.parentElement) link.parentElement.hidden = count === 0 && !isChosen;
    if (isChosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

const slot = (element: HTMLElement | undefined, name: string) => element?.querySelector<HTMLElement>(`[data-slot="${name}"]`);
