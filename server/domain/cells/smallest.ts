/**
 * The indexes of the smallest `many` numbers, in ascending order of the numbers, with all that equal the last one.
 * Only those are sorted: finding where they end costs one walk over the numbers (quickselect).
 */
export function smallest(numbers: readonly number[], many: number): readonly number[] {
  if (many <= 0) return [];
  const limit = numbers.length <= many ? Infinity : nth(Float64Array.from(numbers), many - 1);
  const within: number[] = [];
  for (let index = 0; index < numbers.length; index++) if ((numbers[index] ?? 0) <= limit) within.push(index);
  return within.sort((a, b) => {
    const [x, y] = [numbers[a] ?? 0, numbers[b] ?? 0];
    return x < y ? -1 : x > y ? 1 : a - b;
  });
}

/** The number that stands at `place` once all are in order. Changes the order of `numbers`. */
function nth(numbers: Float64Array, place: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const pivot = numbers[(low + high) >>> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((numbers[left] ?? 0) < pivot) left++;
      while ((numbers[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const swapped = numbers[left] ?? 0;
      numbers[left] = numbers[right] ?? 0;
      numbers[right] = swapped;
      left++;
      right--;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return numbers[place] ?? 0;
}
