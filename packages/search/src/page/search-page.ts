import type { SearchEvent } from '@mingchuang/content/searches';

import type { AskEngine } from '../engine/connect.ts';
import type { SuggestionItem } from '../suggest/list.ts';
import type { Facet, IndexPlace, SearchAnswer, SearchProgress, SearchRequest } from '../engine/protocol.ts';
import { formatAddress, parseAddress, type SearchState } from './address.ts';
import { drawAnswer, within } from './draw-answer.ts';
import { drawCorrection } from './draw-correction.ts';
import { drawFacets } from './draw-facets.ts';
import { drawPager } from './draw-pager.ts';
import { drawResults } from './draw-results.ts';
import { indexPlace } from './index-place.ts';
import { carryWords, fillSlot, labelsOf, readMarkup, slot, type Markup } from './markup.ts';
import { reportSearch } from './report-search.ts';

/** Results on one page; those who see less well are given fewer and larger ones. */
const pageSize = (): number => (document.documentElement.dataset.mode === 'elderly' ? 5 : 10);
/** After this long without an answer the visitor is told that the network is slow (milliseconds). */
const SLOW = 4000;

type View = 'start' | 'busy' | 'found' | 'none' | 'error';

/**
 * The search page. Improves markup the portal has drawn; everything a visitor reads comes from that markup.
 *
 * ```html
 * <gov-search data-index="/search/index/" data-root="../">
 *   <form data-part="form" action="./" role="search"><input name="q" type="search">…</form>
 *   <div data-part="without-script">…site map, columns, telephone: shown until the script has started…</div>
 *   <div data-part="start" hidden>…shown while nothing has been searched…</div>
 *   <p data-part="scope" hidden><a data-scope="own">…</a> <a data-scope="all">…</a></p>      this site, or all sites of its group
 *   <p data-part="status" role="status" tabindex="-1"></p>      always there; counts, progress and errors are said here
 *   <div data-part="correction" hidden></div>
 *   <div data-part="error" hidden>… <button type="button" data-part="retry">…</button></div>
 *   <div data-part="none" hidden>…help when nothing is found… <a data-part="unfiltered">…</a>
 *     <div data-part="nearest" hidden>… <ul></ul></div> <a data-part="write">…</a> <a data-part="ask">…</a></div>
 *   <div data-part="found" hidden>
 *     <p data-part="sort"><a data-sort="rank">…</a> <a data-sort="date">…</a></p>
 *     <section data-facet="kind" data-all="全部" data-labels='{"service":"办事",…}'>
 *       <h2>…</h2> <span data-slot="chosen"></span> <ul data-part="values"></ul>
 *     </section>                                likewise site (data-labels: names by host, this one's first), audience, agency, year (data-format="{value} 年"), validity
 *     <div data-part="answer" hidden></div>
 *     <ol data-part="results"></ol>
 *     <p data-part="silent" hidden>… <button type="button" data-part="again">…</button></p>
 *     <p data-part="partial" hidden><span data-slot="searched"></span> <button type="button" data-part="everything">…</button></p>
 *     <nav data-part="pager" hidden></nav>
 *   </div>
 *   <template data-item="result"><li> data-slot: kind, site, link (an a), excerpt, sections (a ul), summary, agency,
 *     date (a time), validity (data-labels with those worth saying) </li></template>
 *   <template data-item="section"><li> data-slot: link, excerpt </li></template>
 *   <template data-item="service-answer"> data-slot: link, agency, more, online (links), and, each in a data-row that is
 *     hidden without it, fee, time, visits, ways, place, phone </template>
 *   <template data-item="question-answer"> data-slot: link, agency, more, answer, checked in a data-row </template>
 *   <template data-item="agency-answer"> data-slot: link, more, and, each in a data-row, phone, address, transit, hours </template>
 *   <template data-item="corrected|offered"> data-slot: typed, query, link </template>
 *   <template data-item="nearest"><li><a data-slot="link"></a></li></template>
 *   <template data-item="facet"><li><a><span data-slot="label"></span><span data-slot="count"></span></a></li></template>
 *   <template data-item="page"><a data-slot="number"></a></template>
 *   <template data-item="next"><a>…</a></template>  <template data-item="gap"><span>…</span></template>
 *   <template data-text="busy|slow|progress|own|found|found-more|silent|and|searched|none|error|offline|title">…</template>
 * </gov-search>
 * ```
 *
 * Places in texts: progress {tier} {tiers} {total}; own {total}; silent {sites}; found, found-more {total} {query} {page} {pages}; searched
 * {documents} {of}; none {query}; title
 * {query}. `found-more` is said when older documents were left unread, `own` while
 * sister sites have not answered yet, and `silent`, behind it all, when some did not. A page whose facet `site` has no second
 * name has no sisters and shows no `scope`. `data-root` is the relative address of the site's
 * root: results open in the mode the page is in. `data-count` is the address of the counter, absent where nothing is counted, `data-server` that of the engine on the
 * server, where there is one. A facet may stand in several places; with fewer than two values it is hidden, as is an empty slot. A facet
 * with `data-labels` shows those values, in that order. Current links carry `aria-current`. `data-state` on the element
 * says start, busy, found, none or error. Parts may be left out and may stand anywhere inside the element.
 */
export class SearchPage extends HTMLElement {
  /** Made by the define file, so that tests may give another. */
  static connect: (place: IndexPlace, today: string, sisters: readonly string[]) => AskEngine;
  static findNearest: (query: string) => Promise<SuggestionItem[]>;

  private ask: AskEngine | undefined;
  private run = 0;
  private readonly markup: Markup = readMarkup(this);

  connectedCallback(): void {
    const [host, ...sisters] = Object.keys(this.labels('site'));
    this.ask ??= SearchPage.connect(indexPlace(this.dataset, host), new Date().toISOString().slice(0, 10), sisters);
    this.show('without-script', false);
    this.show('scope', sisters.length > 0);
    this.addEventListener('submit', this.handleSubmit);
    this.addEventListener('click', this.handleClick);
    addEventListener('popstate', this.follow);
    addEventListener('online', this.handleOnline);
    // Who typed on before this script was there keeps what was typed.
    const { input } = this;
    const typed = input === document.activeElement && input?.value;
    this.follow();
    if (input && typed) input.value = typed;
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector('[data-part="form"] [name="q"]');
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.follow);
    removeEventListener('online', this.handleOnline);
  }

  private readonly follow = (): void => void this.search(parseAddress(location.search));

  /** What could not be loaded is asked for again as soon as there is a network. */
  private readonly handleOnline = (): void => {
    if (this.dataset.state === 'error') this.follow();
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    if (form.dataset.part !== 'form') return;
    event.preventDefault();
    const query = String(new FormData(form).get('q') ?? '');
    const { everywhere, sort } = parseAddress(location.search);
    this.go(formatAddress({ ...parseAddress(''), query: query.trim(), sort, ...(everywhere && { everywhere }) }));
  };

  /** Links to this page are searches; those opened elsewhere, by key or menu, stay what they are. */
  private readonly handleClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('[data-part="retry"]')) return this.follow();
    const more = target.closest<HTMLElement>('[data-part="everything"], [data-part="again"]')?.dataset.part;
    if (more) return void this.search(parseAddress(location.search), { [more]: true });
    const link = target.closest('a');
    const href = link?.getAttribute('href');
    if (link?.closest('[data-part="results"], [data-part="answer"]')) this.report(parseAddress(location.search), 'followed');
    if (!href?.startsWith('?') || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(href);
    // The link is gone with the old results: reading goes on where the new ones are announced.
    this.markup.part('status')?.focus();
    this.scrollIntoView();
  };

  private go(address: string): void {
    history.pushState(null, '', address);
    this.follow();
  }

  private async search(state: SearchState, more: Pick<SearchRequest, 'everything' | 'again'> = {}): Promise<void> {
    const run = ++this.run;
    this.drawLinks('scope', { own: { ...state, everywhere: undefined, filters: { ...state.filters, site: undefined } }, all: { ...state, everywhere: true } }, state.everywhere ? 'all' : 'own');
    if (this.input) this.input.value = state.query;
    if (!state.query || !this.ask) return this.view('start', '');

    const { query, filters, sort, page, everywhere, asTyped } = state;
    document.title = this.markup.text('title', { query }) || document.title;
    this.view('busy', this.markup.text('busy'));
    const slow = setTimeout(() => run === this.run && this.say(this.markup.text('slow')), SLOW);
    try {
      const { language } = this.dataset;
      const request = { query, ...(language && { language }), filters, sort, offset: (page - 1) * pageSize(), limit: pageSize(), ...more, ...(everywhere && { everywhere }), ...(asTyped && { asTyped }) };
      const answer = await this.ask(request, (progress) => run === this.run && this.progress(state, progress));
      if (run === this.run) this.answer(state, answer);
    } catch (error) {
      console.error(error);
      if (run === this.run) this.view('error', this.markup.text(navigator.onLine ? 'error' : 'offline'));
    } finally {
      clearTimeout(slow);
    }
  }

  private progress(state: SearchState, { partial, own, tier, tiers, total }: SearchProgress): void {
    if (partial) this.draw(state, partial);
    this.view('busy', this.markup.text(own ? 'own' : 'progress', { tier, tiers, total }), Boolean(partial));
  }

  private answer(state: SearchState, answer: SearchAnswer): void {
    const { query, page } = state;
    const { total, complete } = answer;
    const pages = Math.ceil(total / pageSize());
    // A page that no longer exists, from an old link: the last one there is.
    if (total && page > pages) {
      history.replaceState(null, '', formatAddress({ ...state, page: pages }));
      return this.follow();
    }
    this.draw(state, answer);
    // Turning pages and narrowing down is no further search; what was corrected was not found as it was typed.
    if (isPlain(state)) this.report(state, total && !answer.correction?.applied ? 'found' : 'empty');
    if (total) this.view('found', this.markup.text(complete ? 'found' : 'found-more', { total, query, page, pages }));
    else this.help(state);
    this.drawSilent(answer.silent);
  }

  /** The editors of a site are told of searches of that site alone. */
  private report({ query, everywhere }: SearchState, event: SearchEvent): void {
    if (!everywhere) reportSearch(this.dataset.count, query, event);
  }

  /** Says whose results are missing, in the same breath as how many there are. */
  private drawSilent(silent: readonly string[] = []): void {
    this.show('silent', silent.length > 0);
    const names = silent.map((host) => this.labels('site')[host] ?? host).join(this.markup.text('and'));
    if (silent.length) this.say(`${this.markup.part('status')?.textContent ?? ''}${this.markup.text('silent', { sites: names })}`);
  }

  /** Nothing was found: what has a similar name, and the way to ask with the question filled in. */
  private help({ query }: SearchState): void {
    this.view('none', this.markup.text('none', { query }));
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-part="write"], a[data-part="ask"]')) carryWords(link, query);
    this.show('nearest', false);
    const run = this.run;
    void SearchPage.findNearest(query).then((items) => run === this.run && this.drawNearest(items), console.error);
  }

  private drawNearest(items: readonly SuggestionItem[]): void {
    this.show('nearest', items.length > 0);
    this.markup.part('nearest')?.querySelector('ul')?.replaceChildren(
      ...items.flatMap(([name, url]) => {
        const item = this.markup.item('nearest');
        if (!item) return [];
        fillSlot(item, 'link', name);
        slot(item, 'link')?.setAttribute('href', within(this.dataset.root ?? '/', url));
        return [item];
      }),
    );
  }

  private draw(state: SearchState, { results, facets, total, complete, correction, searched }: SearchAnswer): void {
    const names = { kinds: this.labels('kind'), sites: state.everywhere ? this.labels('site') : {} };
    drawResults(this.markup, results, names, this.dataset.root ?? '/');
    drawFacets(this, this.markup, facets, state);
    drawPager(this.markup, state, Math.ceil(total / pageSize()));
    drawCorrection(this.markup, correction, state);
    drawAnswer(this.markup, isPlain(state) ? results[0] : undefined, this.dataset.root ?? '/');
    this.show('partial', !complete);
    const partial = this.markup.part('partial');
    if (partial) fillSlot(partial, 'searched', this.markup.text('searched', searched));
    this.drawLinks('sort', { rank: { ...state, sort: 'rank' }, date: { ...state, sort: 'date' } }, state.sort);
    const unfiltered = this.markup.part('unfiltered');
    unfiltered?.setAttribute('href', formatAddress({ ...state, filters: {}, page: 1 }));
    this.show('unfiltered', Object.keys(state.filters).length > 0);
  }

  /** Links from which one of several states is chosen, from its first page on. */
  private drawLinks<Choice extends string>(name: string, states: Record<Choice, SearchState>, chosen: Choice): void {
    for (const [choice, state] of Object.entries<SearchState>(states)) {
      const link = this.querySelector(`[data-${name}="${choice}"]`);
      link?.setAttribute('href', formatAddress({ ...state, page: 1 }));
      if (choice === chosen) link?.setAttribute('aria-current', 'true');
      else link?.removeAttribute('aria-current');
    }
  }

  private labels(facet: Facet): Record<string, string> {
    const box = this.querySelector<HTMLElement>(`[data-facet="${facet}"]`);
    return (box && labelsOf(box)) ?? {};
  }

  private view(view: View, status: string, withResults = false): void {
    this.dataset.state = view;
    for (const part of ['start', 'none', 'error', 'silent']) this.show(part, part === view);
    // Facets may stand outside the part `found`; without results there is nothing to narrow.
    if (view === 'start' || view === 'error') for (const box of this.querySelectorAll<HTMLElement>('[data-facet]')) box.hidden = true;
    // While busy, what was found before stays in place, so that the page does not jump.
    if (view !== 'busy' || withResults) this.show('found', view === 'found' || withResults);
    this.markup.part('results')?.setAttribute('aria-busy', String(view === 'busy'));
    // A correction belongs to an answer.
    if (view === 'start' || view === 'error') this.show('correction', false);
    this.say(status);
  }

  private say(status: string): void {
    const element = this.markup.part('status');
    if (element) element.textContent = status;
  }

  private show(part: string, shown: boolean): void {
    const element = this.markup.part(part);
    if (element) element.hidden = !shown;
  }
}

/** The first page of all results, as they are ranked. */
const isPlain = ({ page, sort, filters }: SearchState): boolean => page === 1 && sort === 'rank' && !Object.keys(filters).length;
