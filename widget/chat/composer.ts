/** The box in which a person writes. */
export interface Composer {
  focus(): void;
  setText(text: string): void;
  setPlaceholder(text: string): void;
}

/** Enter sends and Shift+Enter breaks the line; while a word is composed (Chinese, Japanese) Enter belongs to that. */
export function createComposer(form: HTMLFormElement, box: HTMLTextAreaElement, send: (text: string) => void): Composer {
  const fit = (): void => {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight + 2}px`;
  };
  const submit = (): void => {
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    fit();
    send(text);
    box.focus();
  };
  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  return {
    focus: () => box.focus({ preventScroll: true }),
    setText(text) {
      box.value = text;
      fit();
      box.focus();
    },
    setPlaceholder(text) {
      box.placeholder = text;
    },
  };
}
