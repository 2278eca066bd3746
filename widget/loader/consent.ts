import { element } from '../element.ts';
import type { Settings } from './settings.ts';

/** What a person agrees to before the chat is loaded. */
export interface ConsentView {
  readonly root: HTMLElement;
  apply(settings: Settings): void;
  focus(): void;
}

export function createConsentView(listener: { agree(): void; decline(): void }): ConsentView {
  const text = element('p', { id: 'consent-text' });
  const link = element('a', { target: '_blank', rel: 'noopener' });
  const agree = element('button', { type: 'button', class: 'agree' });
  const decline = element('button', { type: 'button' });
  agree.setAttribute('aria-describedby', 'consent-text');
  agree.addEventListener('click', listener.agree);
  decline.addEventListener('click', listener.decline);
  const root = element('div', { class: 'consent', hidden: true }, text, link, agree, decline);
  return {
    root,
    apply({ consentText, consentLink, texts }) {
      text.textContent = consentText ?? '';
      link.hidden = consentLink === undefined;
      link.href = consentLink ?? '';
      link.textContent = texts.consentMore;
      agree.textContent = texts.consentAgree;
      decline.textContent = texts.consentDecline;
    },
    focus: () => agree.focus(),
  };
}

/** The site asks for consent, and the person has not given it to this version. */
export function isConsentMissing({ consentText, consentVersion }: Settings, given: string | undefined): boolean {
  return consentText !== undefined && consentText !== '' && given !== consentVersion;
}
