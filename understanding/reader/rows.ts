/** Sums over rows of a matrix, unrolled: they are where training spends its time. Rows are multiples of four long. */

/** sum += values[at] * row rows[at], for the first `count` of them. */
export function addRows(
  sum: Float32Array,
  matrix: Float32Array | Int8Array,
  rows: ArrayLike<number>,
  values: Float32Array,
  count: number,
): void {
  const size = sum.length;
  let at = 0;
  for (; at + 3 < count; at += 4) {
    let first = rows[at]! * size;
    let second = rows[at + 1]! * size;
    let third = rows[at + 2]! * size;
    let fourth = rows[at + 3]! * size;
    const one = values[at]!;
    const two = values[at + 1]!;
    const three = values[at + 2]!;
    const four = values[at + 3]!;
    for (let unit = 0; unit < size; unit++) {
      sum[unit] = sum[unit]! + one * matrix[first++]! + two * matrix[second++]! + three * matrix[third++]! + four * matrix[fourth++]!;
    }
  }
  for (; at < count; at++) addRow(sum, 0, values[at]!, matrix, rows[at]! * size, size);
}

/** `size` elements of `target` from `to` on += by * those of `source` from `from` on. */
export function addRow(
  target: Float32Array,
  to: number,
  by: number,
  source: Float32Array | Int8Array,
  from: number,
  size: number,
): void {
  for (let unit = 0; unit < size; unit += 4) {
    target[to + unit] = target[to + unit]! + by * source[from + unit]!;
    target[to + unit + 1] = target[to + unit + 1]! + by * source[from + unit + 1]!;
    target[to + unit + 2] = target[to + unit + 2]! + by * source[from + unit + 2]!;
    target[to + unit + 3] = target[to + unit + 3]! + by * source[from + unit + 3]!;
  }
}

/** Products of a vector with the rows at `places`, into the first elements of `products`. */
export function timesRows(products: Float32Array, vector: Float32Array, matrix: Float32Array, places: ArrayLike<number>): void {
  const size = vector.length;
  const count = places.length;
  let at = 0;
  for (; at + 3 < count; at += 4) {
    let first = places[at]! * size;
    let second = places[at + 1]! * size;
    let third = places[at + 2]! * size;
    let fourth = places[at + 3]! * size;
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let unit = 0; unit < size; unit++) {
      const value = vector[unit]!;
      one += value * matrix[first++]!;
      two += value * matrix[second++]!;
      three += value * matrix[third++]!;
      four += value * matrix[fourth++]!;
    }
    products[at] = one;
    products[at + 1] = two;
    products[at + 2] = three;
    products[at + 3] = four;
  }
  for (; at < count; at++) {
    let product = 0;
    const from = places[at]! * size;
    for (let unit = 0; unit < size; unit++) product += vector[unit]! * matrix[from + unit]!;
    products[at] = product;
  }
}
