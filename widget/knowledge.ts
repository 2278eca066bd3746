import { makeMovable } from './knowledge-picture.ts';

/** Opens what a link on the page points at, so that it is seen and read. */
function reveal(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.querySelector('summary')?.focus({ preventScroll: true });
  } else if (target.tabIndex === -1) {
    target.focus({ preventScroll: true });
  }
  target.scrollIntoView({ block: 'start' });
}

addEventListener('hashchange', reveal);
document.addEventListener('click', (event) => {
  // The same link again does not change the address.
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.getAttribute('href') === location.hash && location.hash !== '') reveal();
});
reveal();
for (const picture of document.querySelectorAll<HTMLElement>('[data-picture]')) makeMovable(picture);
