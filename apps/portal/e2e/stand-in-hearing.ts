import type { Page } from '@playwright/test';

interface Hearing {
  started: number;
  fail(error: string): void;
  hear(text: string): void;
}

/** Puts a stand-in in the place of the browser's recognition of speech, which needs a microphone and its maker. */
export async function standInForHearing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let current: EventTarget | undefined;
    const hearing: Hearing = {
      started: 0,
      fail(error) {
        current?.dispatchEvent(Object.assign(new Event('error'), { error }));
        current?.dispatchEvent(new Event('end'));
      },
      hear(transcript) {
        current?.dispatchEvent(Object.assign(new Event('result'), { results: [Object.assign([{ transcript }], { isFinal: true })] }));
        current?.dispatchEvent(new Event('end'));
      },
    };
    class Recognition extends EventTarget {
      start(): void {
        hearing.started++;
        // eslint-disable-next-line @typescript-eslint/no-this-alias -- what was started last is what hears
        current = this;
      }
      stop(): void {
        this.dispatchEvent(new Event('end'));
      }
    }
    Object.assign(window, { hearing, SpeechRecognition: Recognition, webkitSpeechRecognition: Recognition });
  });
}

/** Asks the stand-in, or makes it hear or fail. */
export const hearOf = (page: Page, what: keyof Hearing, value = ''): Promise<number | void> =>
  page.evaluate(
    ([name, text]) => {
      const { hearing } = window as unknown as { hearing: Hearing };
      return name === 'started' ? hearing.started : hearing[name](text);
    },
    [what, value] as const,
  );
