const IN: Readonly<Record<string, string>> = {
  es: 'Entiendo lo que escribes, pero por ahora solo puedo responder en inglés.',
  fr: "Je comprends ce que vous écrivez, mais pour l'instant je ne réponds qu'en anglais.",
  it: 'Capisco quello che scrivi, ma per ora posso rispondere solo in inglese.',
  ja: '内容は理解できますが、今のところ英語でのみお答えしています。',
  ko: '내용은 이해하지만 지금은 영어로만 답변할 수 있습니다.',
  nl: 'Ik begrijp wat je schrijft, maar voorlopig kan ik alleen in het Engels antwoorden.',
  pl: 'Rozumiem, co piszesz, ale na razie odpowiadam tylko po angielsku.',
  pt: 'Entendo o que escreve, mas por enquanto só consigo responder em inglês.',
  ru: 'Я понимаю, что вы пишете, но пока могу отвечать только по-английски.',
  uk: 'Я розумію, що ви пишете, але поки що можу відповідати лише англійською.',
  zh: '我能看懂您写的内容，但目前只能用英语回答。',
};

/** For whoever writes a language that has no folder here: that the conversation goes on in English, in their language where we can. */
export function englishOnly(language: string): string {
  return IN[language] ?? 'I understand some of it, but for now I answer in English only.';
}
