import { PATHS } from '@mingchuang/content/paths';

import type { AskEngine } from '../engine/connect.ts';
import type { IndexPlace, SearchAnswer, SearchProgress } from '../engine/protocol.ts';
import { formatAddress, parseAddress, type SearchState } from './address.ts';
import { drawFacets } from './draw-facets.ts';
import { drawPager } from './draw-pager.ts';
import { drawResults } from './draw-results.ts';
import { labelsOf, readMarkup, type Markup } from './markup.ts';

/** Results on one page. */
const PAGE_SIZE = 10;

type View = 'start' | 'busy' | 'found' | 'none' | 'error';

/**
 * The search page. Improves markup the portal has drawn; everything a visitor reads comes from that markup.
 *
 * ```html
 * <gov-search data-index="/search/index/" data-root="../">
 *   <form data-part="form" action="./" role="search"><input name="q" type="search">…</form>
 *   <div data-part="without-script">…site map, columns, telephone: shown until the script has started…</div>
 *   <div data-part="start" hidden>…shown while nothing has been searched…</div>
 *   <p data-part="status" role="status" tabindex="-1"></p>      always there; counts, progress and errors are said here
 *   <div data-part="error" hidden>… <button type="button" data-part="retry">…</button></div>
 *   <div data-part="none" hidden>…help when nothing is found… <a data-part="unfiltered">…</a></div>
 *   <div data-part="found" hidden>
 *     <p data-part="sort"><a data-sort="rank">…</a> <a data-sort="date">…</a></p>
 *     <section data-facet="kind" data-all="全部" data-labels='{"service":"办事",…}'>
 *       <h2>…</h2> <span data-slot="chosen"></span> <ul data-part="values"></ul>
 *     </section>                                                  likewise agency, year (data-format="{value} 年"), validity
 *     <ol data-part="results"></ol>
 *     <p data-part="partial" hidden>… <button type="button" data-part="everything">…</button></p>
 *     <nav data-part="pager" hidden></nav>
 *   </div>
 *   <template data-item="result"><li> data-slot: kind, link (an a), excerpt, summary, agency, date (a time),
 *     validity (data-labels with those worth saying) </li></template>
 *   <template data-item="facet"><li><a><span data-slot="label"></span><span data-slot="count"></span></a></li></template>
 *   <template data-item="page"><a data-slot="number"></a></template>
 *   <template data-item="next"><a>…</a></template>  <template data-item="gap"><span>…</span></template>
 *   <template data-text="busy|progress|found|found-more|none|error|title">…</template>
 * </gov-search>
 * ```
 *
 * Places in texts: progress {tier} {tiers} {total}; found, found-more {total} {query} {page} {pages}; none {query}; title
 * {query}. `found-more` is said when older documents were left unread. `data-root` is the relative address of the site's
 * root: results open in the mode the page is in. A facet with fewer than two values is hidden, as is an empty slot. A facet
 * with `data-labels` shows those values, in that order. Current links carry `aria-current`. `data-state` on the element
 * says start, busy, found, none or error. Parts may be left out and may stand anywhere inside the element.
 */
export class SearchPage extends HTMLElement {
  /** Made by the define file, so that tests may give another. */
  static connect: (place: IndexPlace, today: string) => AskEngine;

  private ask: AskEngine | undefined;
  private run = 0;
  private readonly markup: Markup = readMarkup(this);

  connectedCallback(): void {
    this.ask ??= SearchPage.connect(indexPlace(this.dataset.index ?? ''), new Date().toISOString().slice(0, 10));
    this.show('without-script', false);
    this.addEventListener('submit', this.handleSubmit);
    this.addEventListener('click', this.handleClick);
    addEventListener('popstate', this.follow);
    this.follow();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.follow);
  }

  private readonly follow = (): void => void this.search(parseAddress(location.search));

  private readonly handleSubmit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    if (form.dataset.part !== 'form') return;
    event.preventDefault();
    const query = String(new FormData(form).get('q') ?? '');
    this.go(formatAddress({ ...parseAddress(''), query: query.trim(), sort: parseAddress(location.search).sort }));
  };

  /** Links to this page are searches; those opened elsewhere, by key or menu, stay what they are. */
  private readonly handleClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('[data-part="retry"]')) return this.follow();
    if (target.closest('[data-part="everything"]')) return void this.search(parseAddress(location.search), true);
    const link = target.closest('a');
    const href = link?.getAttribute('href');
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

  private async search(state: SearchState, everything = false): Promise<void> {
    const run = ++this.run;
    const input = this.querySelector<HTMLInputElement>('[data-part="form"] [name="q"]');
    if (input) input.value = state.query;
    if (!state.query || !this.ask) return this.view('start', '');

    const { query, filters, sort, page } = state;
    document.title = this.markup.text('title', { query }) || document.title;
    this.view('busy', this.markup.text('busy'));
    try {
      const { language } = this.dataset;
      const request = { query, ...(language && { language }), filters, sort, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE, everything };
      const answer = await this.ask(request, (progress) => run === this.run && this.progress(state, progress));
      if (run === this.run) this.answer(state, answer);
    } catch (error) {
      console.error(error);
      if (run === this.run) this.view('error', this.markup.text('error'));
    }
  }

  private progress(state: SearchState, { partial, tier, tiers, total }: SearchProgress): void {
    if (partial) this.draw(state, partial);
    this.view('busy', this.markup.text('progress', { tier, tiers, total }), Boolean(partial));
  }

  private answer(state: SearchState, answer: SearchAnswer): void {
    const { query, page } = state;
    const { total, complete } = answer;
    const pages = Math.ceil(total / PAGE_SIZE);
    // A page that no longer exists, from an old link: the last one there is.
    if (total && page > pages) {
      history.replaceState(null, '', formatAddress({ ...state, page: pages }));
      return this.follow();
    }
    this.draw(state, answer);
    if (!total) return this.view('none', this.markup.text('none', { query }));
    this.view('found', this.markup.text(complete ? 'found' : 'found-more', { total, query, page, pages }));
  }

  private draw(state: SearchState, { results, facets, total, complete }: SearchAnswer): void {
    const kinds = this.querySelector<HTMLElement>('[data-facet="kind"]');
    drawResults(this.markup, results, (kinds && labelsOf(kinds)) ?? {}, this.dataset.root ?? '/');
    drawFacets(this, this.markup, facets, state);
    drawPager(this.markup, state, Math.ceil(total / PAGE_SIZE));
    this.show('partial', !complete);
    for (const link of this.querySelectorAll<HTMLElement>('[data-sort]')) {
      const sort = link.dataset.sort === 'date' ? 'date' : 'rank';
      link.setAttribute('href', formatAddress({ ...state, sort, page: 1 }));
      if (sort === state.sort) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const unfiltered = this.markup.part('unfiltered');
    unfiltered?.setAttribute('href', formatAddress({ ...state, filters: {}, page: 1 }));
    this.show('unfiltered', Object.keys(state.filters).length > 0);
  }

  private view(view: View, status: string, withResults = false): void {
    this.dataset.state = view;
    for (const part of ['start', 'none', 'error']) this.show(part, part === view);
    // Facets may stand outside the part `found`; without results there is nothing to narrow.
    if (view === 'start' || view === 'error') for (const box of this.querySelectorAll<HTMLElement>('[data-facet]')) box.hidden = true;
    // While busy, what was found before stays in place, so that the page does not jump.
    if (view !== 'busy' || withResults) this.show('found', view === 'found' || withResults);
    this.markup.part('results')?.setAttribute('aria-busy', String(view === 'busy'));
    const element = this.markup.part('status');
    if (element) element.textContent = status;
  }

  private show(part: string, shown: boolean): void {
    const element = this.markup.part(part);
    if (element) element.hidden = !shown;
  }
}

/** Where the index is: a page in 繁體 shows its texts from the address of that mode. */
function indexPlace(index: string): IndexPlace {
  const base = new URL(index, document.baseURI);
  const isTraditional = document.documentElement.lang === 'zh-Hant';
  const words = new URL(PATHS.searchWords, base).href;
  return { base: base.href, words, shown: isTraditional ? new URL(PATHS.traditional + base.pathname.slice(1), base).href : base.href };
}
