import { languageOf } from '../reading/language.ts';
import { proseOf } from '../understanding/prose.ts';
import type { Mind } from './mind.ts';
import { BASE_LOCALE } from './phrases.ts';
import type { Session } from './session.ts';
import type { UserEvent } from './turn.ts';

/** Words of a language in one message from which on the person has changed to it: a loan word is none, nor is a name. */
const CHANGED = 3;

/** Names of languages by which they are asked for, in themselves and in each other. */
const NAMES: readonly (readonly [string, string])[] = [
  ['en', 'english|englisch|inglés|anglais|inglês|inglese|engels|angielsk\\w*|английск\\w*|英語|英语|영어'],
  ['de', 'german|deutsch|alemán|allemand|alemão|tedesco|duits|niemieck\\w*|немецк\\w*|ドイツ語|德语'],
  ['fr', 'french|français|französisch|francés|francês|francese|frans|フランス語|法语'],
  ['es', 'spanish|español|castellano|spanisch|espagnol|espanhol|spagnolo|spaans|スペイン語|西班牙语'],
  ['ja', 'japanese|japanisch|japonais|japonés|日本語|日语'],
];

/** "In English please", "auf Deutsch", "können wir Deutsch sprechen?": a short message that is about the language alone. */
const REQUEST = NAMES.map(
  ([language, names]) =>
    [language, new RegExp(`^(?:[\\p{L}' ]{0,30}\\b(?:in|auf|en|em|po|speak|switch to|answer in|sprech\\w*|parl\\w*|habl\\w*|fal\\w*) )?(?:${names})(?:[ ,]*(?:please|bitte|s'il vous plaît|por favor|per favore|alstublieft|proszę|sprechen|reden|でお願いします|で|吗|请))?[.!?\\s]*$`, 'iu')] as const,
);

/**
 * The language of the conversation after what was written: asked for, else that of the person's own words, where they tell it
 * beyond a loan word; of what was pasted only while nothing else is known; else the channel's. Pure.
 */
export function languageAfter(mind: Mind, session: Session | undefined, event: UserEvent, now: Date): Spoken {
  const kept = session ? spokenIn(session) : {};
  if (event.type !== 'utterance' && event.type !== 'joined') return kept;
  const ofChannel = event.locale?.slice(0, 2).toLowerCase();
  const supposed = kept.language === undefined && ofChannel !== undefined ? { language: ofChannel } : kept;
  if (event.type === 'joined') return supposed;
  const wish = REQUEST.find(([, pattern]) => pattern.test(event.text.trim()))?.[0];
  if (wish !== undefined) return { language: wish, languageFrom: 'wish' };
  if (kept.languageFrom === 'wish') return kept;
  const whole = languageOf(event.text);
  if (kept.languageFrom === 'words' && whole?.language === kept.language) return kept;
  const own = languageOf(ownWords(mind, event.text, now));
  if (own && (kept.languageFrom === undefined || own.evidence >= CHANGED)) return { language: own.language, languageFrom: 'words' };
  const isPasteOnly = kept.languageFrom === undefined && whole !== undefined && whole.language !== BASE_LOCALE;
  return isPasteOnly ? { language: whole.language } : supposed;
}

type Spoken = Pick<Session, 'language' | 'languageFrom'>;

function spokenIn({ language, languageFrom }: Session): Spoken {
  return { ...(language !== undefined && { language }), ...(languageFrom && { languageFrom }) };
}

function ownWords(mind: Mind, text: string, now: Date): string {
  const { observations, codes } = mind.read(text, now);
  return proseOf(text, observations, codes);
}
