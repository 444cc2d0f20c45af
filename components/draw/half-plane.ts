/** Geometry of straight borders in a square drawing. Pure. */

/** A point [x, y]. */
export type Pair = [number, number];

/**
 * The part of the square [−r, r]² where a·x ≥ c, by clipping the square at the line a·x = c.
 *
 * @param a a vector perpendicular to the border, pointing into the part that is kept
 * @param c how far along a the border lies, in units of 1/|a|
 * @param r half the side of the square
 * @returns the corners of the part that is kept, in order ([] if nothing is), and the ends of the border inside of
 *   the square (two, or none)
 */
export function halfPlane([a1, a2]: Pair, c: number, r: number): { inside: Pair[]; border: Pair[] } {
  const corners: Pair[] = [
    [-r, -r],
    [r, -r],
    [r, r],
    [-r, r],
  ];
  const height = ([x, y]: Pair): number => a1 * x + a2 * y - c;
  const inside: Pair[] = [];
  const border: Pair[] = [];
  corners.forEach((corner, i) => {
    const following = corners[(i + 1) % 4]!;
    const here = height(corner);
    const there = height(following);
    if (here >= 0) inside.push(corner);
    if (here >= 0 === there >= 0) return;
    const share = here / (here - there);
    const crossing: Pair = [
      corner[0] + share * (following[0] - corner[0]),
      corner[1] + share * (following[1] - corner[1]),
    ];
    inside.push(crossing);
    border.push(crossing);
  });
  return { inside, border };
}
