const MARK = /^\(\d+\) /;

/** Puts the number of unread messages before the page's title, and takes it away again. */
export function markTitle(count: number): void {
  const plain = document.title.replace(MARK, '');
  const marked = count > 0 ? `(${count}) ${plain}` : plain;
  if (marked !== document.title) document.title = marked;
}
