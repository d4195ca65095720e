/** What every page runs after it is shown: as little as there can be. Each of these is loaded only where it has to do something. */
import kiosk from '../kiosk/kiosk.ts?worker&url';
import kept from './reading.ts?worker&url';
import suggest from '../search/suggest.ts?worker&url';
import worker from './worker.ts?worker&url';

const load = (address: string): Promise<unknown> => import(/* @vite-ignore */ address);
const { serviceWorker } = navigator;

try {
  if (localStorage.getItem('kiosk')) void load(kiosk);
} catch {
  // A browser that keeps nothing is no kiosk.
}
if (serviceWorker) {
  serviceWorker.register(worker).catch(() => undefined);
  if (document.documentElement.dataset.kept || !serviceWorker.controller) void load(kept);
  else document.addEventListener('visibilitychange', () => void load(kept), { once: true });
}
/** A search box comes to life with its first use; a press of its microphone is repeated once it can hear it. */
const wake = async ({ type, target }: Event): Promise<void> => {
  const control = (target as Element).closest<HTMLElement>(`gov-suggest ${type === 'click' ? '.voice' : 'input'}`);
  if (!control) return;
  removeEventListener('focusin', wake);
  removeEventListener('click', wake);
  await load(suggest);
  if (type === 'click') control.click();
};
addEventListener('focusin', wake);
addEventListener('click', wake);
if ('webkitSpeechRecognition' in window || 'SpeechRecognition' in window)
  for (const button of document.querySelectorAll<HTMLElement>('.voice')) button.hidden = false;
addEventListener(
  'beforeprint',
  () => {
    const line = document.querySelector<HTMLElement>('[data-printed]');
    if (!line) return;
    line.hidden = false;
    // The Swedish way of writing a moment is that of ISO 8601.
    line.textContent += new Date().toLocaleString('sv').slice(0, 16);
  },
  { once: true },
);
