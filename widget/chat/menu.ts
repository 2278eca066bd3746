/** A list of actions behind one button. Escape and a click elsewhere close it. */
export function tameMenu(menu: HTMLDetailsElement): void {
  const close = (): void => {
    menu.open = false;
  };
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    // The chat itself stays.
    event.stopPropagation();
    close();
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) close();
  });
  for (const item of menu.querySelectorAll('button, a')) item.addEventListener('click', close);
}
