import { PATHS } from '@mingchuang/content/paths';

/** Where the visit of this tab began in its history; kept by the tab alone. */
const FROM = 'kiosk-from';

/** The place of the page in the history of its tab; `undefined` in browsers without the Navigation API. */
function placeInHistory(): number | undefined {
  const { navigation } = window as { navigation?: { currentEntry: { index: number } | null } };
  return navigation?.currentEntry?.index;
}

/** Whether somebody went back to a page of the visitor before. At the start a visit may begin anywhere. */
export function isOfEarlierVisit(): boolean {
  const place = placeInHistory();
  if (place === undefined || place >= Number(sessionStorage.getItem(FROM) ?? 0)) return false;
  if (location.pathname !== PATHS.elderly) return true;
  sessionStorage.setItem(FROM, String(place));
  return false;
}

/** Goes to the start, as a new page of the history: whatever lies before it is of the visitor before. */
export function beginVisit(): void {
  const place = placeInHistory();
  if (place !== undefined) sessionStorage.setItem(FROM, String(place + 1));
  goToStart();
}

/** Shows nothing of the page at hand while the start is on its way. */
export function goToStart(): void {
  document.documentElement.hidden = true;
  location.assign(PATHS.elderly);
}
