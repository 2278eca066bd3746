/** Characters at which texts begin to be cut, and below which none is. */
const LONGEST = 16_000;
const SHORTEST = 250;

/** Bytes of the value as JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/**
 * The value with its long texts cut in their middle, the longest most, until it has at most so many bytes as JSON. What is
 * missing is said where it is missing. Ids, numbers and short texts stay as they are, so a value of many short ones may
 * stay larger. The same object when it fits.
 */
export function shortened<T>(value: T, most: number): T {
  let fitting = value;
  for (let longest = LONGEST; bytesOf(fitting) > most && longest >= SHORTEST; longest = Math.floor(longest / 1.5)) {
    fitting = cut(value, longest) as T;
  }
  return fitting;
}

function cut(value: unknown, longest: number): unknown {
  if (typeof value === 'string') return cutText(value, longest);
  if (Array.isArray(value)) return value.map((each) => cut(each, longest));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cut(each, longest)]));
}

/** The end is kept too: what was added last stands there. */
function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = Math.floor(longest * 0.6);
  const tail = Math.floor(longest * 0.3);
  const left = text.length - head - tail;
  return `${whole(text.slice(0, head))}\n[… ${left} characters are left out here …]\n${whole(text.slice(-tail))}`;
}

/** Without half of a surrogate pair at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
