/** A space of three axes, seen from far away: what lies on one line of sight is one point. Pure. */

/** A point or a direction in space. */
export type Triple = readonly [number, number, number];

/** What an eye sees of a space: the directions to its right, upward, and toward itself; of length 1, at right angles. */
export interface View {
  right: Triple;
  up: Triple;
  toward: Triple;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The view of an eye.
 *
 * @param turn where it stands around the third axis, in degrees from the first axis toward the second
 * @param tilt how high it stands above the plane of the first two, in degrees
 */
export function viewFrom(turn: number, tilt: number): View {
  const [sideways, along] = [Math.sin(radians(turn)), Math.cos(radians(turn))];
  const [high, level] = [Math.sin(radians(tilt)), Math.cos(radians(tilt))];
  return {
    right: [-sideways, along, 0],
    up: [-high * along, -high * sideways, level],
    toward: [level * along, level * sideways, high],
  };
}

export const dot3 = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The point a + t·b. */
export const beyond = (a: Triple, b: Triple, t: number): Triple => [a[0] + t * b[0], a[1] + t * b[1], a[2] + t * b[2]];

/** Where an eye sees a point: to the right of the origin, and above it. */
export const seenFrom = ({ right, up }: View, point: Triple): [x: number, y: number] => [
  dot3(right, point),
  dot3(up, point),
];

/** A point moved in the plane that an eye sees, by so much to the right and upward: its depth stays. */
export const movedBefore = ({ right, up }: View, point: Triple, x: number, y: number): Triple =>
  beyond(beyond(point, right, x), up, y);
