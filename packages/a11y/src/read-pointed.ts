import { onPointed } from './point-at.ts';
import { readOnce } from './reader.ts';
import { valueOf } from './settings.ts';

let started = false;

/** 指读: reads what is pointed at for as long as the setting stands. */
export function startReadingPointed(): void {
  if (started) return;
  started = true;
  onPointed((sentence) => {
    if (valueOf('point')) readOnce(sentence);
  });
}
