import { valueOf } from './settings.ts';
import { awaitVoices, voicesFor } from './voices.ts';

/** Fills the list of voices of a panel; it is shown where there is a choice, and the note where nothing can be heard. */
export async function nameVoices(panel: Element): Promise<void> {
  const select = panel.querySelector('select');
  if (!select || !('speechSynthesis' in window)) return admit(panel, 'noSpeech');
  if (select.length > 0) return;
  await awaitVoices();
  if (select.length > 0) return;
  const voices = voicesFor(document.documentElement.lang);
  if (voices.length === 0 && speechSynthesis.getVoices().length > 0) return admit(panel, 'noVoice');
  select.append(...voices.map(({ name }) => new Option(name, name, false, name === valueOf('voice'))));
  const group = select.closest<HTMLElement>('[role=group]');
  if (group) group.hidden = voices.length < 2;
}

function admit(panel: Element, trouble: string): void {
  for (const note of panel.querySelectorAll<HTMLElement>(`[data-trouble=${trouble}]`)) note.hidden = false;
}
