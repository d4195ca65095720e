import { KIOSK, type KioskRecord } from './record.ts';

/**
 * Takes away what a visitor leaves behind: what was typed, what scripts keep, cookies scripts can read, pages kept for
 * reading offline. The machine stays a kiosk.
 */
export async function clearTraces(record: KioskRecord): Promise<void> {
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea, select')) clearField(field);
  sessionStorage.clear();
  localStorage.clear();
  localStorage.setItem(KIOSK, JSON.stringify(record));
  clearCookies();
  if ('caches' in window) for (const name of await caches.keys()) if (name !== 'shell') await caches.delete(name);
}

/** Values a server sent back are defaults of their fields: `reset()` would bring them up again. */
function clearField(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
  if (field instanceof HTMLSelectElement) field.selectedIndex = -1;
  else if (field.type === 'checkbox' || field.type === 'radio') (field as HTMLInputElement).checked = false;
  else if (field.type !== 'hidden') field.value = field.defaultValue = '';
}

/** A cookie may stand on any part of the domain: each is told to end. */
function clearCookies(): void {
  const labels = location.hostname.split('.');
  const domains = ['', ...labels.map((_, at) => `;domain=${labels.slice(at).join('.')}`)];
  for (const cookie of document.cookie.split('; ')) {
    const [name] = cookie.split('=');
    for (const domain of domains) document.cookie = `${name}=;path=/;max-age=0${domain}`;
  }
}
