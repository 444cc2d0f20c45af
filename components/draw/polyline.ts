/** How far a line may pass from a corner that was left out, in pixels: less than the tenth to which lengths are written. */
const tolerance = 0.08;

type Point = readonly [x: number, y: number];

/** The distance of a point from the piece of a line between two others. */
function off([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** The corners of a polyline that an eye needs, by the algorithm of Ramer (1972) and Douglas and Peucker (1973). */
export function needed(points: readonly Point[]): readonly Point[] {
  let [farthest, distance] = [0, tolerance];
  for (let i = 1; i < points.length - 1; i++) {
    const missed = off(points[i]!, points[0]!, points.at(-1)!);
    if (missed > distance) [farthest, distance] = [i, missed];
  }
  if (farthest === 0) return points.length > 2 ? [points[0]!, points.at(-1)!] : points;
  return [...needed(points.slice(0, farthest + 1)).slice(0, -1), ...needed(points.slice(farthest))];
}

/**
 * A path without the corners that no eye misses: a curve is sampled as closely as its sharpest bend asks, and most of it
 * is nearly straight. Paths with anything but straight lines stay as they are.
 */
export function simplified(d: string): string {
  if (!/^[MLZ\d.,-]+$/.test(d)) return d;
  return d.replace(/M[^MZ]+/g, (line) => {
    const points = line
      .slice(1)
      .split('L')
      .map((point) => point.split(',').map(Number) as [number, number]);
    return `M${needed(points).join('L')}`;
  });
}
