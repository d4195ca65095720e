import type { VoiceWords } from './list.ts';

/** What we use of the browser's recognition of speech, which TypeScript does not know. */
interface Recognition extends EventTarget {
  lang: string;
  interimResults: boolean;
  start(): void;
  stop(): void;
}
type ResultEvent = Event & { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> };
type TroubleEvent = Event & { error: string };

/** That this visitor has been told where the sound goes; for as long as the tab is open. */
const TOLD = 'voice-told';

/** The browser's recognition of speech, where it has one. */
const recognitionOf = (): (new () => Recognition) | undefined => {
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Record<string, new () => Recognition>;
  return SpeechRecognition ?? webkitSpeechRecognition;
};

/**
 * Makes a button take speech instead of typing. Before the first time it says that the browser may send the sound to its
 * maker, and begins only when told to.
 *
 * @param hear Called with what has been understood so far, and once more when it is final.
 */
export function listenFor(button: HTMLButtonElement, box: HTMLElement, loadWords: () => Promise<VoiceWords>, hear: (text: string, final: boolean) => void): void {
  const Recognition = recognitionOf();
  if (!Recognition) return;
  const note = document.createElement('p');
  note.className = 'voice-note';
  note.setAttribute('role', 'status');
  box.append(note);
  let listening: Recognition | undefined;

  const show = (text: string, action?: { label: string; act: () => void }): void => {
    note.textContent = text;
    if (!action) return;
    const act = document.createElement('button');
    act.type = 'button';
    act.className = 'btn btn-2';
    act.textContent = action.label;
    act.addEventListener('click', action.act);
    note.append(' ', act);
  };
  const end = (): void => {
    listening = undefined;
    button.setAttribute('aria-pressed', 'false');
  };

  const begin = (words: VoiceWords): void => {
    keepTold();
    const recognition = new Recognition();
    let trouble = '';
    recognition.lang = document.documentElement.lang;
    recognition.interimResults = true;
    recognition.addEventListener('result', (event) => {
      const [result] = Array.from((event as ResultEvent).results);
      if (result?.[0]) hear(result[0].transcript.replace(/[。？！?.!]$/, ''), result.isFinal);
    });
    recognition.addEventListener('error', (event) => (trouble = (event as TroubleEvent).error));
    recognition.addEventListener('end', () => {
      end();
      show(trouble && trouble !== 'aborted' ? (words.errors[trouble] ?? words.errors.failed) : '');
    });
    listening = recognition;
    button.setAttribute('aria-pressed', 'true');
    show(words.listening, { label: words.stop, act: () => recognition.stop() });
    recognition.start();
  };

  button.hidden = false;
  button.addEventListener('click', () => {
    if (listening) return listening.stop();
    void loadWords().then((words) => {
      if (wasTold()) begin(words);
      else {
        show(words.notice, { label: words.begin, act: () => begin(words) });
        note.querySelector('button')?.focus();
      }
    });
  });
}

function wasTold(): boolean {
  try {
    return sessionStorage.getItem(TOLD) !== null;
  } catch {
    return false;
  }
}

function keepTold(): void {
  try {
    sessionStorage.setItem(TOLD, '');
  } catch {
    // A browser that keeps nothing tells it again.
  }
}
