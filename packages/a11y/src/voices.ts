const CHINESE = /^(?:zh|cmn|yue)\b/i;
/** Voices may still be on their way when they are first asked for. */
const PATIENCE = 1500;

const tagOf = ({ lang }: SpeechSynthesisVoice) => lang.replace('_', '-');

/** The voices that speak a language; every kind of Chinese speaks Chinese, and Mandarin comes first. */
export function voicesFor(lang: string, voices: readonly SpeechSynthesisVoice[] = speechSynthesis.getVoices()): SpeechSynthesisVoice[] {
  if (!CHINESE.test(lang)) return voices.filter((voice) => tagOf(voice).slice(0, 2).toLowerCase() === lang.slice(0, 2).toLowerCase());
  const isMandarin = (voice: SpeechSynthesisVoice) => /CN|^cmn/i.test(tagOf(voice));
  return voices.filter((voice) => CHINESE.test(tagOf(voice))).sort((a, b) => Number(isMandarin(b)) - Number(isMandarin(a)));
}

/** Settles when the browser has named its voices, or when it has had time enough. */
export function awaitVoices(): Promise<void> | undefined {
  if (speechSynthesis.getVoices().length > 0) return undefined;
  return new Promise((resolve) => {
    speechSynthesis.addEventListener?.('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE);
  });
}
