import type { Page } from '@playwright/test';

/** What was said, as the stand-in for the browser's voices recorded it. */
export interface Said {
  text: string;
  lang: string;
  rate: number;
  voice: string | undefined;
}

interface Recorded {
  said: Said[];
  /** Ends what is being said, as a voice does when it is through. */
  finish(): void;
  /** Ends one after the other until nothing follows. */
  finishAll(): Promise<void>;
}

/** Puts a recorder in the place of the browser's voices: it speaks the languages given and ends when it is told to. */
export async function standInForSpeech(page: Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript((spoken) => {
    const said: Said[] = [];
    let current: EventTarget | undefined;
    class Utterance extends EventTarget {
      lang = '';
      rate = 1;
      voice: { name: string } | undefined;
      constructor(readonly text: string) {
        super();
      }
    }
    const voices = spoken.map((lang) => ({ lang, name: `Voice ${lang}` }));
    const speech = {
      getVoices: () => voices,
      cancel: () => (current = undefined),
      addEventListener: () => undefined,
      speak: (utterance: Utterance) => {
        current = utterance;
        said.push({ text: utterance.text, lang: utterance.lang, rate: utterance.rate, voice: utterance.voice?.name });
        setTimeout(() => utterance.dispatchEvent(new Event('start')));
      },
    };
    const finish = () => current?.dispatchEvent(new Event('end'));
    const finishAll = async () => {
      for (let count = -1; count !== said.length; await new Promise((resolve) => setTimeout(resolve, 5))) {
        count = said.length;
        finish();
      }
    };
    Object.defineProperties(window, {
      speechSynthesis: { value: speech },
      SpeechSynthesisUtterance: { value: Utterance },
      recorded: { value: { said, finish, finishAll } },
    });
  }, languages);
}

/** Takes the browser's voices away, as in browsers that never had them. */
export async function takeSpeechAway(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'speechSynthesis');
  });
}

const recorded = () => (window as unknown as { recorded: Recorded }).recorded;

/** Everything that was said so far on the page. */
export const saidOn = (page: Page): Promise<Said[]> => page.evaluate(`(${recorded.toString()})().said`) as Promise<Said[]>;

/** Ends the sentence that is being said. */
export const finishSentence = (page: Page): Promise<unknown> => page.evaluate(`(${recorded.toString()})().finish()`);

/** Ends one sentence after the other until nothing follows. */
export const finishAll = (page: Page): Promise<unknown> => page.evaluate(`(${recorded.toString()})().finishAll()`);
