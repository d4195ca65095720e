/** Screen readers miss what stands in a region the moment it comes into being, in milliseconds. */
const LATER = 100;

let region: HTMLElement | undefined;

/** Has screen readers say something without leaving the place they are at. */
export function announce(text: string): void {
  if (!region?.isConnected) {
    region = document.createElement('p');
    region.className = 'vh';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  const place = region;
  place.textContent = '';
  setTimeout(() => (place.textContent = text), LATER);
}
