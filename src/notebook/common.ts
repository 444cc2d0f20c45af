/** What the inputs that go wrong have in common, where no slip explains them: found by looking, and by trying. */
import { isEveryday } from './fault.ts';
import type { Argument } from './forms.ts';
import type { Datum } from './protocol.ts';
import { about, blindness, bound, indifference, inside, places, relation, type Common } from './results.ts';
import type { Seen } from './slips.ts';
import { measuresOf, severalLogits, traitsOf, type Measure, type Trait } from './traits.ts';

/** What is said where nothing else is common to the inputs that go wrong. */
const vague = 'It is right for a single logit, and not always for more.';

/** The size between the largest that is right and the smallest that is wrong, found by halving. */
async function boundary(
  { of, make }: Measure,
  right: readonly Seen[],
  wrong: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
): Promise<number | undefined> {
  let low = Math.max(...right.map(({ args }) => of(args)));
  let high = Math.min(...wrong.map(({ args }) => of(args)));
  // “Right until” is said on the way out from 0.
  if (!(low < high && high > 1e-6) || !Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const like = wrong.find(({ args }) => of(args) === high)!.args;
  if (!(await fails(make(high, like))) || (await fails(make(low, like)))) return high;
  for (let i = 0; i < 30 && high - low > 1e-4 * Math.abs(high); i++) {
    const middle = (low + high) / 2;
    if (await fails(make(middle, like))) high = middle;
    else low = middle;
  }
  // So near to 0 that there is nothing before it.
  return high < 0.01 ? undefined : high;
}

/** The two logits between which it goes wrong, where it is right on both sides. */
async function interval(
  takes: readonly Argument[],
  right: readonly Seen[],
  wrong: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
): Promise<string | undefined> {
  if (takes[0] !== 'logit' || takes[1] === 'logit') return undefined;
  const at = ({ args }: Seen) => args[0] as number;
  const of = (x: Seen[]) => x.map(at);
  const bad = wrong.toSorted((a, b) => at(a) - at(b));
  const [first, last] = [bad[0]!, bad.at(-1)!];
  const inside = right.filter((one) => at(one) >= at(first) && at(one) <= at(last));
  const below = Math.max(...of(right.filter((one) => at(one) < at(first))));
  const above = Math.min(...of(right.filter((one) => at(one) > at(last))));
  if (inside.length > 0 || !Number.isFinite(below) || !Number.isFinite(above)) return undefined;
  const edge = async ({ args }: Seen, out: number): Promise<number> => {
    let [wrong, fine] = [args[0] as number, out];
    for (let i = 0; i < 20; i++) {
      const middle = (wrong + fine) / 2;
      if (await fails([middle, ...args.slice(1)])) wrong = middle;
      else fine = middle;
    }
    return wrong;
  };
  const [from, to] = [await edge(first, below), await edge(last, above)];
  // An end at 0 is the sign, of which the traits speak.
  if (Math.min(Math.abs(from), Math.abs(to)) < 0.01) return undefined;
  return `It goes wrong only where the logit lies between ${about(from)} and ${about(to)}.`;
}

/**
 * What the inputs that go wrong have in common, in a sentence or two.
 * @param allWrong all that go wrong
 * @param gross those of them that count: the others are wrong in their last digits only, or cases apart
 * @param fails tries one more input
 * @param more further inputs, on which a claim is tried before it is made
 */
export async function similarities(
  takes: readonly Argument[],
  all: readonly Seen[],
  allWrong: readonly Seen[],
  gross: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
  more: readonly Datum[][],
): Promise<Common | undefined> {
  const seen = gross.some(({ apart }) => apart) ? all : all.filter(({ apart }) => !apart);
  const everywhere = blindness(seen) ?? inside(takes, seen) ?? relation(takes, seen, gross);
  if (everywhere && everywhere.tells !== 'digits') return everywhere;
  const entries = places(takes, seen, gross);
  const together = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  if (everywhere) return { ...everywhere, says: together(everywhere.says, entries) };
  const where = bound(seen, allWrong) ?? (await circumstances(takes, seen, allWrong, gross, fails, more));
  const same = indifference(takes, seen);
  const says = together(same, where === vague && (same ?? entries) ? undefined : where, entries);
  return says === '' ? undefined : { says, tells: 'where' };
}

/** On which inputs it goes wrong. */
async function circumstances(
  takes: readonly Argument[],
  seen: readonly Seen[],
  allWrong: readonly Seen[],
  wrong: readonly Seen[],
  fails: (args: Datum[]) => Promise<boolean>,
  more: readonly Datum[][],
): Promise<string | undefined> {
  const right = seen.filter((one) => !allWrong.includes(one));
  if (right.length === 0) return undefined;
  const has = ({ has }: Trait, { args }: Seen) => has(args);
  /** Whether what goes wrong comes right without this trait. */
  const matters = async ({ without }: Trait): Promise<boolean> => {
    for (const { args } of without ? wrong.slice(0, 5) : []) if (await fails(without!(args))) return false;
    return true;
  };
  /** Whether further inputs with this trait, or without it, go wrong: all of them, or none. */
  const holds = async ({ has }: Trait, inside: boolean, among = more): Promise<boolean> => {
    for (const args of among.filter((args) => has(args) === inside).slice(0, 20))
      if ((await fails(args)) !== inside) return false;
    return true;
  };
  const traits = takes
    .flatMap((what, i) => traitsOf(what, i, takes))
    .filter((trait) => (wrong.every(isEveryday) ? wrong : allWrong).every((one) => has(trait, one)));
  // That a list of one comes right says little, as many a way leads there: what holds of longer ones says more.
  const several = traits.find(({ where }) => where === severalLogits);
  const others = traits.filter((trait) => trait !== several);
  const among = several ? right.filter((one) => has(several, one)) : right;
  const claim = (trait: Trait, always: boolean, beside: readonly Seen[] = right): string => {
    const size = allWrong.every((one) => has(trait, one)) ? '' : 'at logits of everyday size ';
    const it = always && beside !== right ? 'It is right for a single logit; for more it' : 'It';
    return `${it} goes wrong ${size}only where ${trait.where}, ${always ? 'and' : 'though not'} always there.`;
  };
  const only = async (beside: readonly Seen[]): Promise<string | undefined> => {
    for (const trait of others) {
      if (beside.some((one) => has(trait, one)) || !(await matters(trait)) || !(await holds(trait, false))) continue;
      const longer = beside === right ? more : more.filter((args) => several!.has(args));
      return claim(trait, await holds(trait, true, longer), beside);
    }
    return undefined;
  };
  const always = await only(right);
  if (always) return always;
  if (several && among.length === 0 && (await holds(several, true)))
    return 'It is right for a single logit, and wrong for more.';
  for (const measure of measuresOf(takes)) {
    const size = await boundary(measure, right, wrong, fails);
    if (size !== undefined)
      return measure.reaches(
        about(measure.reaches('').includes('fall') || measure.reaches('').includes('below') ? -size : size),
      );
  }
  const between = await interval(takes, right, allWrong, fails);
  if (between) return between;
  const longer = several && among.length >= 3 ? await only(among) : undefined;
  if (longer) return longer;
  // The trait that leaves the fewest right ones beside the wrong ones says most.
  const [common] = others
    .map((trait) => ({ trait, beside: among.filter((one) => has(trait, one)).length }))
    .sort((a, b) => a.beside - b.beside);
  // A trait that many inputs have says little, unless many go wrong and all of those have it.
  const byChance = common && (common.beside / among.length) ** wrong.length;
  return byChance !== undefined &&
    byChance < 0.01 &&
    (await matters(common!.trait)) &&
    (await holds(common!.trait, false))
    ? claim(common!.trait, false)
    : several && vague;
}
