/** Where the device remembers that it is a kiosk; the door of every page looks for it. */
export const KIOSK = 'kiosk';

/** Seconds without a touch that an operator may choose between. */
export const SHORTEST = 30;
export const LONGEST = 600;
/** Seconds of the countdown: what WCAG 2.2, 2.2.1 gives somebody to ask for more time. */
export const COUNTDOWN = 20;

/** What makes this device a kiosk. */
export interface KioskRecord {
  /** Seconds without a touch until the countdown begins. */
  seconds: number;
  /** Digits that lead out of kiosk mode. They keep out who plays with the machine, not who can open its tools. */
  pin: string;
  /** The bar and the countdown, as HTML of the page that switches the mode on. */
  parts: string;
}

/** The record of this device; `undefined` when it is none or what is stored cannot be read. */
export function readKiosk(storage: Pick<Storage, 'getItem'>): KioskRecord | undefined {
  try {
    const record = JSON.parse(storage.getItem(KIOSK) ?? 'null') as Partial<KioskRecord> | null;
    const isWhole = record && Number(record.seconds) >= SHORTEST && Number(record.seconds) <= LONGEST && isPin(record.pin ?? '') && typeof record.parts === 'string';
    return isWhole ? { seconds: Number(record.seconds), pin: record.pin!, parts: record.parts! } : undefined;
  } catch {
    return undefined;
  }
}

/** Four to eight digits. */
export const isPin = (text: string): boolean => /^\d{4,8}$/.test(text);
