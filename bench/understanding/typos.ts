const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One slip of the finger on a letter: left out, doubled by another, mistaken, or swapped with the next. */
function slip(text: string, random: () => number): string {
  const places = [...text].flatMap((letter, at) => (/[a-z]/i.test(letter) ? [at] : []));
  const at = places[Math.floor(random() * places.length)];
  if (at === undefined) return text;
  const letter = LETTERS[Math.floor(random() * LETTERS.length)]!;
  switch (Math.floor(random() * 4)) {
    case 0:
      return text.slice(0, at) + letter + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1);
    default:
      return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
  }
}

export function withTypos(text: string, typos: number, random: () => number): string {
  let slipped = text;
  for (let count = 0; count < typos; count++) slipped = slip(slipped, random);
  return slipped;
}
