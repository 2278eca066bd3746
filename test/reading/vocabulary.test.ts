import { expect, test } from 'vitest';
import { renderVocabulary } from './render-vocabulary.ts';

test('the page for authors says what the readers say', async () => {
  await expect(renderVocabulary()).toMatchFileSnapshot('../../docs/authors/readers.md');
});
