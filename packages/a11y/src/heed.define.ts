import { fetchPanel } from './fetch-panel.ts';
import { Panel } from './panel.ts';
import { showReading } from './show-reading.ts';

customElements.define('gov-panel', Panel);
showReading();

const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select';

/** What the start script hands over: see `Start.heed`. */
async function heed(event: Event): Promise<void> {
  const door = document.querySelector<HTMLAnchorElement>('a[data-a11y]')!;
  const target = event.target as Element;
  const key = event instanceof KeyboardEvent ? event.code.replace(/^(?:Key|Digit)/, '') : '';
  if (event instanceof KeyboardEvent && (key.length !== 1 || target.closest?.(TYPING))) return;
  const panel = await fetchPanel(door);
  if (key && door.getAttribute('aria-keyshortcuts')!.endsWith(`+${key}`)) panel.toggle(door);
  else if (key) panel.pressKey(key);
  else if (event.type === 'click') {
    const called = target.closest<HTMLElement>('[data-a11y]')!;
    if (called === door) panel.toggle(door);
    else if (called.dataset.a11y === 'read') panel.act('read');
    else panel.goOn(panel.querySelector<HTMLElement>(`[data-of=${called.dataset.a11y}]`)!);
  }
}

if (window.a11y)
  window.a11y.heed = (event) =>
    heed(event).catch(() => {
      // Without the panel the page about the tools still helps.
      if (event.type === 'click') location.assign(document.querySelector<HTMLAnchorElement>('a[data-a11y]')!.href);
    });
