/**
 * Markup whose links from the root (`href="/knowledge"`) lead to where the world sees them. Safe on what `html` made: a
 * quotation mark that somebody wrote is an entity there, so nothing but an attribute of ours looks like this.
 */
export function underBase(markup: string, base: string): string {
  return base === '' ? markup : markup.replace(/(?<= (?:href|src|action|data-base)=")\/(?!\/)/g, `${base}/`);
}
