/**
 * Lets the list of contents follow the reader beside a long text, and marks the part that is being read. Without script
 * it stands where it begins.
 *
 * The row it begins in keeps its height, so that nothing moves when it starts to follow.
 */
export class Toc extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    const parts = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
    const mark = (): void => {
      // The last heading that has come into the upper third of the window.
      const current = parts.findLastIndex((part) => part && part.getBoundingClientRect().top < window.innerHeight / 3);
      links.forEach((link, at) => {
        if (at === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      });
    };
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66%' });
    for (const part of parts) if (part) observer.observe(part);
    this.#follow();
  }

  #follow(): void {
    const place = this.parentElement;
    if (!place?.classList.contains('with-toc')) return;
    new ResizeObserver(() => place.style.setProperty('--toc', `${this.offsetHeight}px`)).observe(this);
    place.classList.add('follows');
  }
}
