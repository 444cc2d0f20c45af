/** Names that a widget refers to and does not have: each is refused by the type checker. Compiled, never run. */
import * as Plot from '../../../components/draw/plot.ts';
import { number, rows, rowsOf, widget } from '../../../components/widget/contract.ts';

const params = {
  z: number({ label: 'logit z', value: 1, min: -8, max: 8, step: 0.1 }),
  logits: rows({ label: 'logit', value: rowsOf(['a', 'b'], [1, 2]), min: -8, max: 8, step: 0.1 }),
};
const plot = { title: 'A curve', still: () => ({ marks: [Plot.ruleX([0])] }) };
const head = { label: 'class', value: 'logit' };
const given = {
  title: 'A widget',
  about: 'A widget that refers to its own names.',
  params,
  values: ({ z }: { z: number }) => ({ p: 1 / (1 + Math.exp(-z)), shares: [{ label: 'a', share: 0.5 }] }),
  draw: { curve: plot },
  say: () => 'It says something.',
};

/** Everything that it has may be referred to. */
widget({
  ...given,
  write: { p: String, share: String },
  names: { p: 'the share', shares: 'the shares', share: 'share' },
  draw: { curve: { ...plot, uses: ['p'], drag: { x: 'z' } } },
  columns: { logits: { each: 'shares', head, columns: [] } },
  layout: ['curve', ['z', 'logits']],
});

// @ts-expect-error: no value is called q
widget({ ...given, write: { q: String } });
// @ts-expect-error: no value is called q
widget({ ...given, names: { q: 'the other share' } });
// @ts-expect-error: no drawing and no parameter is called curv
widget({ ...given, layout: ['curv', 'z'] });
// @ts-expect-error: no drawing and no parameter is called y
widget({ ...given, layout: [['curve', 'y']] });
// @ts-expect-error: no value is called q
widget({ ...given, draw: { curve: { ...plot, uses: ['q'] } } });
// @ts-expect-error: no parameter is called y
widget({ ...given, draw: { curve: { ...plot, drag: { x: 'y' } } } });
// @ts-expect-error: a drawing has no axis z
widget({ ...given, draw: { curve: { ...plot, drag: { z: 'z' } } } });
// @ts-expect-error: no parameter is called shares
widget({ ...given, columns: { shares: { each: 'shares', head, columns: [] } } });
// @ts-expect-error: no value is called share
widget({ ...given, columns: { logits: { each: 'share', head, columns: [] } } });
