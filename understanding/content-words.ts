/** Words that name nothing. */
const EMPTY = new Set(
  (
    'a an and are as at be been but by can could did do does first for from go had has have how i if in instead is it its just let like me my no not now of off on one only or our out over ' +
    'please rather same should so some start step still than that the their them then there they thing this to too try up us was we were what when where which while why will with would you your ' +
    'about again also any answer because before being check connection connect remote desktop computer computers said was wrong mistake actually think look looking thought really machine'
  ).split(' '),
);

/** The stems of the words that name something, each once. Pure. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map(stem));
}

/** English endings only: "restarting", "restarted" and "restart" are one. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/u, '') : word.replace(/s$/u, '');
}

/** How many of the words stand in the text. */
export function wordsShared(words: ReadonlySet<string>, text: string): number {
  let shared = 0;
  for (const word of contentWords(text)) if (words.has(word)) shared += 1;
  return shared;
}
