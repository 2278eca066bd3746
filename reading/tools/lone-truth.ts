import { observe, truthOf, type Reader } from '../reader.ts';

const LONE = /^(?:\s|>|ps [a-z]:\\[^>\n]{0,80}>|[a-z]:\\[^>\n]{0,80}>){0,12}(true|false)[\s.]{0,12}$/;

export const loneTruthReader: Reader = {
  hint: /true|false/,
  read(page) {
    if (page.lower.length > 200) return [];
    const match = LONE.exec(page.lower);
    return match === null ? [] : [observe('lone-truth', { value: truthOf(match[1]) }, page, 0, page.lower.length)];
  },
};
