const ROUNDS = 60;

/**
 * The directions in which rows spread most, strongest first, and how much: eigenvectors of the scatter matrix by
 * subspace iteration from a fixed start. A direction points where its largest component is positive.
 */
export function leadingDirections(rows, count) {
  const scatter = scatterOf(rows);
  const width = scatter.length;
  let basis = Array.from({ length: count }, (_, column) =>
    Float64Array.from({ length: width }, (_, row) => Math.sin(1 + row * 12.9898 + column * 78.233)));
  for (let round = 0; round < ROUNDS; round++) basis = orthonormal(basis.map((vector) => product(scatter, vector)));
  const found = basis.map((direction) => ({ direction: signed(direction), spread: dot(direction, product(scatter, direction)) }));
  found.sort((left, right) => right.spread - left.spread);
  return { directions: found.map(({ direction }) => direction), spreads: found.map(({ spread }) => spread) };
}

function scatterOf(rows) {
  const width = rows[0].length;
  const scatter = Array.from({ length: width }, () => new Float64Array(width));
  for (const row of rows) {
    for (let at = 0; at < width; at++) {
      const value = row[at];
      const line = scatter[at];
      for (let other = 0; other < width; other++) line[other] += value * row[other];
    }
  }
  return scatter;
}

function product(matrix, vector) {
  return Float64Array.from(matrix, (line) => dot(line, vector));
}

function dot(left, right) {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += left[at] * right[at];
  return sum;
}

/** Gram and Schmidt, twice over for the rounding. */
function orthonormal(vectors) {
  const done = [];
  for (const vector of vectors) {
    const next = Float64Array.from(vector);
    for (let pass = 0; pass < 2; pass++) {
      for (const other of done) {
        const along = dot(next, other);
        for (let at = 0; at < next.length; at++) next[at] -= along * other[at];
      }
    }
    const length = Math.sqrt(dot(next, next));
    done.push(next.map((value) => value / length));
  }
  return done;
}

function signed(direction) {
  const largest = direction.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? direction.map((value) => -value) : direction;
}
