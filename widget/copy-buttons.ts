/** Puts a button on every block of code under `root`: a command is there to be copied. */
export function addCopyButtons(root: HTMLElement): void {
  for (const block of root.querySelectorAll<HTMLElement>('pre')) block.after(copyButton(block));
}

function copyButton(block: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', () => {
    const text = block.textContent?.trimEnd() ?? '';
    void copied(text, block).then((done) => {
      button.textContent = done ? 'Copied' : 'Press Ctrl+C';
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 2_000);
    });
  });
  return button;
}

/** Without a secure connection a browser lets no page write to the clipboard: then the text is selected. */
async function copied(text: string, element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
