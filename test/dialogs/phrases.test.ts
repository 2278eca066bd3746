import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../dialogs/phrases.ts';
import { ROOT } from '../../service/assemble.ts';

const folder = join(ROOT, 'dialogs', 'phrases');
const languages = readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() && each.name !== 'en' ? [each.name] : []));
const phrasesIn = async (language: string) => (await import(join(folder, language, 'index.ts'))) as Readonly<Record<string, unknown>>;

/** What there is to say, as names and the number of things that each is told. */
function shapeOf(phrases: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(phrases).flatMap(([name, phrase]) => {
    if (typeof phrase === 'function') return [`${name}(${phrase.length})`];
    if (typeof phrase !== 'object' || phrase === null || Array.isArray(phrase)) return [name];
    return shapeOf(phrase as Readonly<Record<string, unknown>>).map((inner) => `${name}.${inner}`);
  }).sort();
}

describe.each(languages)('the phrases in %s', (language) => {
  it('are those that there are in English, told the same things', async () => {
    const [own, english] = [shapeOf(await phrasesIn(language)), shapeOf(await phrasesIn('en'))];
    // One that English does not have is said by nobody.
    expect(own.filter((each) => !english.includes(each))).toEqual([]);
    // One that is missing is said in English, until it is translated: a conversation may have one, not many.
    expect(english.filter((each) => !own.includes(each)).length).toBeLessThan(english.length / 20);
  });

  it('have buttons that can be told apart, and that fit', () => {
    const titles = Object.values(phrasesOf({ locale: language }).BUTTON);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 32)).toEqual([]);
  });
});

describe('the dialog', () => {
  it('takes phrases in the language of the conversation, never the English ones by name', () => {
    const files = readdirSync(join(ROOT, 'dialogs')).filter((name) => name.endsWith('.ts'));
    const imported = files.flatMap((name) => [...readFileSync(join(ROOT, 'dialogs', name), 'utf8').matchAll(/import (?:type )?\{([^}]*)\} from '\.\/phrases\.ts'/gu)].map((found) => [name, found[1] ?? ''] as const));
    const named = imported.flatMap(([name, names]) => names.split(',').map((each) => `${name}: ${each.replace('type ', '').trim()}`));
    expect(named.filter((each) => !/: (?:phrasesOf|Phrases|BASE_LOCALE)$/u.test(each))).toEqual([]);
  });
});

describe('phrasesOf', () => {
  it('answers in English for a language that has no folder', () => {
    expect(phrasesOf({ locale: 'xx' }).BUTTON.yes).toBe('Yes');
  });
});
