import { element, icon } from '../element.ts';
import type { Settings } from './settings.ts';

/** The button on the page. Its name says what is unread. */
export interface Launcher {
  readonly root: HTMLButtonElement;
  show(state: { readonly open: boolean; readonly unread: number; readonly settings: Settings }): void;
}

export function createLauncher(onPress: () => void): Launcher {
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true' });
  const face = element('span', { class: 'when-closed' });
  const root = element(
    'button',
    { type: 'button', class: 'launcher', part: 'launcher', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' },
    face,
    icon('when-open', 'M6 6l12 12M18 6L6 18'),
    badge,
  );
  root.addEventListener('click', onPress);
  let logo: string | undefined;
  face.append(bubble());
  return {
    root,
    show({ open, unread, settings }) {
      const { texts } = settings;
      const name = open ? texts.close : texts.open;
      root.hidden = settings.launcher === 'hidden';
      root.setAttribute('aria-expanded', String(open));
      root.setAttribute('aria-label', unread > 0 ? `${name}, ${texts.unread.replace('{count}', String(unread))}` : name);
      badge.textContent = unread === 0 ? '' : unread > 99 ? '99+' : String(unread);
      if (settings.logo === logo) return;
      logo = settings.logo;
      face.replaceChildren(logo === undefined ? bubble() : element('img', { src: logo, alt: '' }));
    },
  };
}

function bubble(): SVGSVGElement {
  return icon('', 'M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 4v-4h-1A1.5 1.5 0 0 1 4 14.500z', 'M8 8.500h8M8 11.500h5');
}
