import { beforeAll, describe, expect, it } from 'vitest';
import type { Mind } from '../../dialogs/mind.ts';
import { languageAfter } from '../../dialogs/language.ts';
import { newSession, type Session } from '../../dialogs/session.ts';
import { sharedAssistant } from '../assistant.ts';

const NOW = new Date('2026-03-02T09:00:00Z');

let mind: Mind;
beforeAll(async () => {
  mind = (await sharedAssistant()).mind;
});

/** The language after each message of a conversation, as far as it is known. */
function languages(...texts: readonly string[]): readonly (string | undefined)[] {
  let session: Session | undefined;
  return texts.map((text) => {
    const told = languageAfter(mind, session, { type: 'utterance', text }, NOW);
    const { transcript, ...rest } = session ?? newSession('c', NOW);
    session = { ...rest, ...told, transcript: [...transcript, { who: 'person', text, at: NOW.toISOString() }] };
    return told.language;
  });
}

const after = (text: string, locale?: string) => languageAfter(mind, undefined, { type: 'utterance', text, ...(locale !== undefined && { locale }) }, NOW).language;

describe('the language of a conversation', () => {
  it('is that of the first message in somebody’s own words', () => {
    expect(after('Ich kann mich seit heute nicht mehr verbinden')).toBe('de');
    expect(after('It says it cannot connect', 'de-DE')).toBe('en');
    expect(after('No puedo conectarme desde ayer', 'en-US')).toBe('es');
  });

  it('is the channel’s while the words do not tell it', () => {
    expect(after('0x904', 'de-DE')).toBe('de');
    expect(after('0x904')).toBeUndefined();
    expect(languageAfter(mind, undefined, { type: 'joined', locale: 'fr-CA' }, NOW).language).toBe('fr');
  });

  it('is told by the first words, however few, where it was only supposed', () => {
    const supposed = { ...newSession('c', NOW), language: 'en' };
    expect(languageAfter(mind, supposed, { type: 'utterance', text: 'geht nicht' }, NOW)).toEqual({ language: 'de', languageFrom: 'words' });
  });

  it('is that of a pasted dialog only while nothing else is known', () => {
    const dialog = 'Remotedesktopverbindung\nEs konnte keine Verbindung mit dem Remotecomputer hergestellt werden.\nFehlercode: 0x904';
    expect(after(dialog)).toBe('de');
    expect(languages('it does not work since this morning', dialog)).toEqual(['en', 'en']);
  });

  it('stays what it is where an English dialog or a log is pasted', () => {
    const english = '[Window Title]\nRemote Desktop Connection\n\n[Content]\nThis computer can\'t connect to the remote computer.\n\nTry connecting again. If the problem continues, contact the owner of the remote computer or your network administrator.\n\n[OK]';
    expect(after(`das kommt bei mir immer wieder, was ist das?\n\n${english}`)).toBe('de');
    expect(languages('geht nicht mehr, der Bildschirm bleibt schwarz', english)).toEqual(['de', 'de']);
    expect(languages('geht nicht mehr', 'Status   Name               DisplayName\n------   ----               -----------\nRunning  TermService        Remote Desktop Services')).toEqual(['de', 'de']);
  });

  it('does not change for a loan word, and does when the person changes', () => {
    expect(languages('it still does not work', 'I restarted the Rechner')).toEqual(['en', 'en']);
    expect(languages('it still does not work', 'nein')).toEqual(['en', 'en']);
    expect(languages('it still does not work', 'das hat leider auch nicht geholfen')).toEqual(['en', 'de']);
    expect(languages('das hat leider nicht geholfen', 'the same with the other server, it is not reachable')).toEqual(['de', 'en']);
  });

  it('is the one that is asked for, and then stays that', () => {
    expect(languages('it does not connect', 'auf Deutsch bitte', 'it still does not work for me')).toEqual(['en', 'de', 'de']);
    expect(languages('Ich komme nicht mehr auf den Server', 'English please')).toEqual(['de', 'en']);
    expect(languages('the German keyboard does not work', 'in the German office it is the same')).toEqual(['en', 'en']);
  });
});
