/**
 * Kiosk mode, loaded on a device that was made one (/kiosk/): a bar with the way to begin anew, and, when nobody has
 * touched the machine for a while, a countdown after which it goes back to the start without a trace of the visitor.
 */
import { joinMode } from '@mingchuang/content/modes';
import { PATHS } from '@mingchuang/content/paths';

import { clearTraces } from './clear-traces.ts';
import { createIdleWatch, isSaid } from './idle-watch.ts';
import styles from './kiosk.css?url';
import { readKiosk, type KioskRecord } from './record.ts';
import { beginVisit, goToStart, isOfEarlierVisit } from './visit.ts';

/** What only a person does. Moves and scrolling are left out: browsers send them when the page itself changes. */
const TOUCHES = ['pointerdown', 'click', 'keydown', 'wheel', 'input'] as const;

/** The way out, in the mode a kiosk is in. */
const STAFF = joinMode(PATHS.kiosk, { elderly: true, traditional: false });

const record = readKiosk(localStorage);
if (record) begin(record);

function begin(kiosk: KioskRecord): void {
  if (isOfEarlierVisit()) return goToStart();
  // A page the browser kept whole wakes up without loading this again.
  addEventListener('pageshow', ({ persisted }) => persisted && isOfEarlierVisit() && goToStart());
  document.documentElement.dataset.kiosk = '';
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = styles;
  document.head.append(sheet);
  const parts = new DOMParser().parseFromString(kiosk.parts, 'text/html').body;
  const [bar, countdown, outside] = ['bar', 'countdown', 'outside'].map((name) => parts.querySelector<HTMLElement>(`[data-part="${name}"]`));
  if (bar) document.body.append(bar);
  bar?.querySelector('[data-part="staff"]')?.setAttribute('href', STAFF);
  bar?.querySelector('[data-do="anew"]')?.addEventListener('click', () => void startAnew(kiosk));
  for (const form of document.forms) form.autocomplete = 'off';
  if (countdown) watch(kiosk, countdown as HTMLDialogElement);
  if (outside) stayHere(outside as HTMLDialogElement);
}

async function startAnew(kiosk: KioskRecord): Promise<void> {
  await clearTraces(kiosk).catch(() => undefined);
  beginVisit();
}

function watch(kiosk: KioskRecord, dialog: HTMLDialogElement): void {
  document.body.append(dialog);
  const [shown, said] = ['shown', 'said'].map((name) => dialog.querySelector<HTMLElement>(`[data-part="${name}"]`));
  const text = said?.dataset.text ?? '';
  const idle = createIdleWatch(kiosk.seconds, {
    warn(left) {
      if (!dialog.open) dialog.showModal();
      if (shown) shown.textContent = String(left);
      if (said && isSaid(left)) said.textContent = text.replace('{seconds}', String(left));
    },
    back: () => dialog.close(),
    end() {
      clearInterval(timer);
      void startAnew(kiosk);
    },
  });
  const timer = setInterval(() => idle.tick(), 1000);
  const touch = ({ type }: Event) => {
    // A finger that stops the countdown must not press what lies beneath: its click closes it.
    if (!(dialog.open && type === 'pointerdown')) idle.touch();
  };
  for (const type of TOUCHES) addEventListener(type, touch, { capture: true, passive: true });
  dialog.addEventListener('close', () => idle.touch());
}

/** Other sites know nothing of the kiosk and would not come back from themselves: their address is shown instead. */
function stayHere(dialog: HTMLDialogElement): void {
  document.body.append(dialog);
  addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
      if (!link || link.origin === location.origin || !/^https?:$/.test(link.protocol)) return;
      event.preventDefault();
      const address = dialog.querySelector('[data-part="address"]');
      if (address) address.textContent = link.href;
      dialog.showModal();
    },
    { capture: true },
  );
}
