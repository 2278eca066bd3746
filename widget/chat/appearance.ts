import { brandOf } from '../brand.ts';
import type { FrameSettings } from '../embedding.ts';
import { element } from '../element.ts';

/** Of what links and buttons stand on, the ground with the least contrast: the assistant's bubbles. */
const GROUND = { light: '#f1f4f3', dark: '#222d29' } as const;
const RIGHT_TO_LEFT = /^(?:ar|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i;

const dark = matchMedia('(prefers-color-scheme: dark)');
let current: FrameSettings | undefined;
dark.addEventListener('change', () => {
  if (current) dress(current);
});

/** Gives the chat the look of the page around it. */
export function dress(settings: FrameSettings): void {
  const { documentElement: root } = document;
  const colourChanged = settings.colour !== current?.colour;
  current = settings;
  root.dataset['theme'] = settings.theme;
  root.lang = 'en';
  root.dir = RIGHT_TO_LEFT.test(settings.locale) ? 'rtl' : 'ltr';
  const brand = brandOf(settings.colour, GROUND[settings.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : settings.theme]);
  for (const [name, value] of [['accent', brand.accent], ['accent-ink', brand.accentInk], ['accent-text', brand.accentText]] as const) {
    root.style.setProperty(`--${name}`, value);
  }
  if (colourChanged) root.style.setProperty('--accent-soft', `color-mix(in srgb, ${brand.accent} 14%, var(--surface))`);
  for (const title of document.querySelectorAll('[data-title]')) title.textContent = settings.title;
  const mark = document.querySelector('.mark');
  if (settings.logo === undefined || mark?.getAttribute('src') === settings.logo) return;
  mark?.replaceWith(element('img', { class: 'mark', src: settings.logo, alt: '' }));
}
