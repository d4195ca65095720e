import { mark } from './mark.ts';
import { sentencesIn, type Sentence } from './sentences.ts';
import { valueOf } from './settings.ts';
import { awaitVoices, voicesFor } from './voices.ts';

/** Fired on the document with each sentence as it is read, and with none when reading ends. */
export const READING = 'gov-reading';

/** Why nothing is heard: the browser cannot speak, no voice knows the language, or the voice did not begin. */
export type Trouble = 'noSpeech' | 'noVoice' | 'silent';

/** What is well understood by old ears is a little slower than what voices are made for. */
const USUAL_RATE = 0.9;
/** A voice that has not begun by then will not, in milliseconds. */
const PATIENCE = 5000;

let sentences: Sentence[] = [];
let at = 0;
let continuous = false;
/** Counts utterances, so that the end of one that was cut off is not taken for the end of its successor. */
let turn = 0;
let tell: (trouble: Trouble) => void = () => undefined;

/** Says who is told when nothing can be heard. */
export function onTrouble(listener: (trouble: Trouble) => void): void {
  tell = listener;
}

/** True while the page is read from sentence to sentence. */
export const isReading = (): boolean => continuous;

/** Reads the page on from what is selected, or from where reading was stopped; stops when it is being read. */
export function toggleReading(): void {
  if (continuous) return stopReading();
  if (at === 0 || !isThere()) start();
  const selection = getSelection();
  if (selection && !selection.isCollapsed) {
    const chosen = selection.getRangeAt(0);
    at = Math.max(0, sentences.findIndex(({ range }) => chosen.compareBoundaryPoints(Range.END_TO_START, range) < 0));
    selection.removeAllRanges();
  }
  continuous = true;
  void read();
}

/** Goes to the next sentence or the one before, and reads it. */
export function step(by: 1 | -1): void {
  if (!isThere()) start();
  else at = Math.min(Math.max(at + by, 0), sentences.length - 1);
  void read();
}

/** Reads one sentence by itself. */
export function readOnce(sentence: Sentence): void {
  if (continuous) return;
  void speak(sentence, stopReading);
}

/** Ends reading; where it was is remembered. */
export function stopReading(): void {
  turn++;
  continuous = false;
  if ('speechSynthesis' in window) speechSynthesis.cancel();
  show(undefined);
}

/** False before anything was read, and when the page has changed since. */
const isThere = () => sentences[at]?.range.startContainer.isConnected === true;

function start(): void {
  sentences = sentencesIn(document.querySelector('main') ?? document.body);
  at = 0;
}

async function read(): Promise<void> {
  const sentence = sentences[at];
  if (!sentence) return stopReading();
  await speak(sentence, () => {
    if (!continuous) return stopReading();
    at++;
    if (at < sentences.length) return void read();
    at = 0;
    stopReading();
  });
}

async function speak(sentence: Sentence, done: () => void): Promise<void> {
  const mine = ++turn;
  if (!('speechSynthesis' in window)) return fail('noSpeech');
  speechSynthesis.cancel();
  // Only waits when it must: some browsers speak no more once the press of the button is over.
  const waiting = awaitVoices();
  if (waiting) await waiting;
  if (mine !== turn) return;
  const voices = voicesFor(sentence.lang);
  // An empty list is no proof: some phones name no voices and speak.
  if (voices.length === 0 && speechSynthesis.getVoices().length > 0) return fail('noVoice');
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.lang = sentence.lang.startsWith('zh') ? 'zh-CN' : sentence.lang;
  utterance.rate = USUAL_RATE * Number(valueOf('rate') || 1);
  const voice = voices.find(({ name }) => name === valueOf('voice')) ?? voices[0];
  if (voice) utterance.voice = voice;
  const clock = setTimeout(() => mine === turn && fail('silent'), PATIENCE);
  utterance.addEventListener('start', () => clearTimeout(clock));
  utterance.addEventListener('end', () => {
    clearTimeout(clock);
    if (mine === turn) done();
  });
  utterance.addEventListener('error', () => {
    clearTimeout(clock);
    if (mine === turn) fail('silent');
  });
  show(sentence);
  speechSynthesis.speak(utterance);
}

function fail(trouble: Trouble): void {
  stopReading();
  tell(trouble);
}

function show(sentence: Sentence | undefined): void {
  mark(sentence);
  document.dispatchEvent(new CustomEvent(READING, { detail: sentence }));
}

addEventListener('pagehide', stopReading);
addEventListener('keydown', ({ key }) => key === 'Escape' && stopReading());
