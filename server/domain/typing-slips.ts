/** How many slips are forgiven: none below 4 letters, where every name would fit. */
export function slips(query: string): number {
  if (query.length < 4) return 0;
  return query.length < 8 ? 1 : 2;
}

/**
 * Fewest letters added, left out, changed or swapped that turn `query` into some beginning of `name`;
 * more than `limit` when there is none within it (optimal string alignment, rows cut off at the limit).
 */
export function prefixDistance(query: string, name: string, limit: number): number {
  if (name.length < query.length - limit) return limit + 1;
  const width = Math.min(name.length, query.length + limit);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= query.length; row++) {
    const current = [row];
    let lowest = row;
    for (let column = 1; column <= width; column++) {
      const same = query[row - 1] === name[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        query[row - 1] === name[column - 2] &&
        query[row - 2] === name[column - 1]
      ) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      lowest = Math.min(lowest, cost);
    }
    if (lowest > limit) return limit + 1;
    [before, above] = [above, current];
  }
  return Math.min(...above);
}
