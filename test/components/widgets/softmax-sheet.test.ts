import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sheet from '../../../components/widgets/softmax-sheet.ts';
import { withValue, type AnyWidget, type Row } from '../../../components/widget/contract.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import { settle, startOf, stateOf } from '../../../components/widget/state.ts';
import { paramsOf } from '../widget/arbitrary.ts';

const w = sheet as AnyWidget;
const logit = fc.integer({ min: -50, max: 50 }).map((x) => x / 10);

describe('the softmax spreadsheet', () => {
  it('shows 0.6590, 0.2424 and 0.0986 for the logits 2, 1 and 0.1', () => {
    const { classes } = stateOf(w, startOf(w, 'z=2,1,0.1'));
    expect(classes.map(({ p }: { p: number }) => p.toFixed(4))).toEqual(['0.6590', '0.2424', '0.0986']);
  });

  it('shows shares that sum to one, and a ratio that is that of the two shares', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        const { classes, total, ratio, pRow, pOther } = stateOf(w, params);
        expect(classes.reduce((sum: number, { p }: { p: number }) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(total).toBe(1);
        if (pOther > 1e-300 && pRow > 1e-300) expect(pRow / pOther / ratio).toBeCloseTo(1, 9);
      }),
    );
  });

  it('holds a share while another row is raised, and lets the rest pay in proportion', () => {
    fc.assert(
      fc.property(fc.array(logit, { minLength: 4, maxLength: 4 }), logit, (z, raised) => {
        const start = startOf(w, `z=${z.join(',')}&row=cow`);
        const held = settle(w, w.actions!['hold']!.do(start, w.values(start)));
        const [cat, dog, cow, zebra] = stateOf(w, held).classes.map(({ p }: { p: number }) => p);
        const moved = stateOf(w, settle(w, { ...held, z: withValue(held['z'], 'zebra', raised) }));
        const after = moved.classes.map(({ p }: { p: number }) => p);
        expect(after[2]).toBeCloseTo(cow, 4);
        expect(after[0] / after[1] / (cat / dog)).toBeCloseTo(1, 9);
        expect(after[0] + after[1] + after[3]).toBeCloseTo(cat + dog + zebra, 4);
      }),
    );
  });

  it('settles once: what it has settled, it leaves as it is', () => {
    fc.assert(
      fc.property(paramsOf(w), paramsOf(w), (before, after) => {
        const held = settle(w, w.actions!['hold']!.do(before, w.values(before)));
        const z = held['z'].map((row: Row, i: number) => ({ ...row, value: after['z'][i % after['z'].length].value }));
        const moved = settle(w, { ...held, z });
        expect(settle(w, moved)).toEqual(moved);
      }),
    );
  });

  it('names whoever gained and whoever paid since the marks', () => {
    const start = startOf(w);
    const raised = { ...start, z: withValue(start['z'], 'zebra', 1) };
    expect(sentenceText(w.say(stateOf(w, start)))).not.toContain('marks');
    const sentence = sentenceText(w.say(stateOf(w, raised)));
    const change = Object.fromEntries(
      stateOf(w, raised).classes.map(({ label, change }: { label: string; change: number }) => [label, change]),
    );
    expect(sentence).toContain(`zebra gained ${change['zebra'].toFixed(4)}; cat paid ${(-change['cat']).toFixed(4)}`);
    expect(change['cat'] + change['dog'] + change['cow'] + change['zebra']).toBeCloseTo(0, 12);
  });

  it('says of a tie that it is one', () => {
    expect(sentenceText(w.say(stateOf(w, startOf(w, 'z=1,1,0,-1'))))).toMatch(/^cat and dog tie for the lead at/);
  });

  it('lets go of a share whose row is renamed or removed', () => {
    const start = startOf(w, 'row=cow');
    const held = settle(w, w.actions!['hold']!.do(start, w.values(start)));
    expect(held['held']).toBe('cow');
    const renamed = held['z'].map((row: { label: string }) => (row.label === 'cow' ? { ...row, label: 'ox' } : row));
    expect(settle(w, { ...held, z: renamed })['held']).toBe('');
  });
});
