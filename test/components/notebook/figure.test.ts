import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { budget, colorOf } from '../../../components/notebook/described-figure.ts';
import { drawFigure } from '../../../components/notebook/figure.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const draw = (figure: unknown): Element => drawFigure(document as unknown as Document, figure);
const points = [
  { z: 0, p: 0.5, c: 'red', name: 'a' },
  { z: 1, p: 0.7, c: 'url(http://example.org/x)', name: 'b' },
];
const line = { type: 'line', data: points, x: 'z', y: 'p' };
const of = (...marks: unknown[]) => ({ marks });

/** Attributes that could make a page ask for something: an address, or a way to one. */
const asking = (drawn: Element): string[] =>
  [drawn, ...drawn.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => !name.startsWith('xmlns') && /url\(|\/\/|javascript:|data:|@import/i.test(value))
      .map(({ name, value }) => `${element.localName} ${name}=${value}`),
  );

describe('a described figure', () => {
  it('is drawn with its colors, the page’s own among them', () => {
    const drawn = draw(
      of({ ...line, stroke: 'var(--sigmoid)' }, { type: 'dot', data: points, x: 'z', y: 'p', fill: '#0b7285', r: 4 }),
    );
    expect(drawn.querySelector('.failure')).toBeNull();
    expect(drawn.outerHTML).toContain('var(--sigmoid)');
    expect(drawn.outerHTML).toContain('#0b7285');
  });

  it.each([
    ['red', true],
    ['#0b7285', true],
    ['rgb(1 2 3)', true],
    ['rgba(1, 2, 3, .5)', true],
    ['hsl(120deg, 50%, 50%)', true],
    ['oklch(60% 0.1 120 / 0.5)', true],
    ['var(--softmax)', true],
    ['var(--x, url(http://example.org))', false],
    ['url(http://example.org)', false],
    ['URL( "//example.org" )', false],
    ['image-set("x" 1x)', false],
    ['rgb(from url(x) r g b)', false],
    ['red;background:url(x)', false],
    ['rgb(1 2)', false],
    ['\\75rl(x)', false],
  ])('takes %s for a color: %s', (text, is) => expect(colorOf(text) !== undefined).toBe(is));

  it.each(['fill', 'stroke', 'strokeDasharray', 'curve', 'r', 'opacity', 'href', 'clip', 'style', 'marker', 'filter'])(
    'leaves out a %s that names an address, and says so with what there is',
    (name) => {
      const drawn = draw(of({ ...line, [name]: 'url(http://example.org/x)' }));
      expect(asking(drawn)).toEqual([]);
      expect(drawn.querySelector('svg')).not.toBeNull();
      expect(drawn.querySelector('.failure')!.textContent).toMatch(/^Left out of the figure: .*expected/);
    },
  );

  it('begins no mark after its time to draw, and says so', () => {
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    clock.mockImplementation(() => (now += 0.6 * budget.drawing));
    try {
      expect(draw(of(line, line)).textContent).toBe(
        'The figure could not be drawn: figure: not drawn within 1 s; expected fewer marks or points',
      );
      expect(draw(of(line)).querySelector('svg')).not.toBeNull();
    } finally {
      clock.mockRestore();
    }
  });

  it('writes no address from its data, where a color is taken from it', () => {
    for (const name of ['fill', 'stroke']) expect(asking(draw(of({ ...line, type: 'dot', [name]: 'c' })))).toEqual([]);
  });

  const many = (n: number) => Array.from({ length: n }, (_, i) => ({ z: i, p: i, name: `n${i}` }));
  it.each<[string, unknown]>([
    ['ticks', { ...of(line), x: { ticks: 1e7 } }],
    ['a list of ticks', { ...of(line), x: { ticks: new Array(1e7) } }],
    ['points', of({ ...line, data: many(budget.points + 1) })],
    ['points of all marks', of({ ...line, data: many(3000) }, { ...line, data: many(3000) })],
    ['data with nothing but a length', of({ ...line, data: new Array(4e9) })],
    ['marks', of(...many(budget.marks + 1).map(() => line))],
    ['texts', of({ type: 'text', data: many(budget.texts + 1), x: 'z', y: 'p', text: 'name' })],
    ['a long text', of({ type: 'text', data: [{ z: 1, name: 'x'.repeat(1e6) }], x: 'z', text: 'name' })],
    ['a long label', { ...of(line), x: { label: 'x'.repeat(1e6) } }],
    ['places along an axis', of({ type: 'dot', data: many(budget.places + 1), x: 'name', y: 'p' })],
    ['bars', of({ type: 'barY', data: many(budget.places + 1), x: 'z', y: 'p' })],
  ])('over the budget is a sentence: %s', (_, figure) => {
    const drawn = draw(figure);
    expect(drawn.querySelector('svg')).toBeNull();
    expect(drawn.textContent).toMatch(/^The figure could not be drawn: .*expected at most/);
    expect(drawn.textContent!.length).toBeLessThan(500);
  });

  it('has no place for what is not a number or infinitely far away', () => {
    const data = [0, 1, NaN, Infinity, -Infinity, 1e308, 2].map((y, x) => ({ x, y }));
    const drawn = draw(of({ type: 'line', data, x: 'x', y: 'y' }));
    expect(drawn.querySelector('.failure')).toBeNull();
    expect(drawn.outerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('is no figure, whatever stands in its place', () => {
    for (const figure of [
      null,
      7,
      'x',
      [],
      {},
      { marks: 7 },
      { marks: [null] },
      { marks: [{ type: 'line', data: 'x' }] },
    ])
      expect(draw(figure).textContent).toMatch(/^The figure could not be drawn: .*expected/);
  });
});

/** What a stranger may hand over: of the right shape here and there, and anything anywhere. */
const strings = fc.oneof(
  fc.constantFrom('z', 'p', 'c', 'red', '#fff', 'var(--hue)', 'url(http://example.org/x)', 'url(#a)', '//example.org'),
  fc.constantFrom('linear', 'log', 'symlog', 'pow', 'sqrt', 'band', 'point', 'step', 'natural', '__proto__', 'length'),
  fc.string({ maxLength: 100 }),
);
const numbers = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 60 }),
  fc.constantFrom(0, -0, NaN, Infinity, 1e300, -1e300, 1e-300, 1 + 2 ** -52, 1e7, 2 ** 53),
);
const scalar = fc.oneof(strings, numbers, fc.boolean(), fc.constant(null));
const record = fc.record({ z: scalar, p: scalar, c: strings, 'url(#a)': strings }, { requiredKeys: ['z', 'p'] });
const data = fc.oneof(
  fc.array(record, { maxLength: 40 }),
  fc.array(numbers),
  fc.array(fc.array(scalar)),
  fc.anything(),
);
const option = fc.oneof(strings, numbers, fc.array(scalar, { maxLength: 5 }), fc.anything());
const names = [
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'z',
  'fill',
  'stroke',
  'r',
  'text',
  'strokeWidth',
  'opacity',
  'curve',
  'dx',
];
const mark = fc
  .tuple(
    fc.constantFrom('line', 'dot', 'ruleX', 'ruleY', 'barY', 'barX', 'areaY', 'text'),
    data,
    fc.dictionary(fc.oneof(fc.constantFrom(...names, 'href', 'title', 'strokeDasharray'), strings), option, {
      maxKeys: 8,
    }),
  )
  .map(([type, data, options]) => ({ ...options, type, data }));
const scale = fc.record(
  {
    label: option,
    domain: fc.oneof(fc.array(numbers, { maxLength: 4 }), option),
    type: option,
    ticks: option,
    grid: option,
    reverse: option,
  },
  { requiredKeys: [] },
);
const figure = fc.record({ marks: fc.array(mark, { maxLength: 4 }), x: scale, y: scale, height: option });

it('whatever is described, drawing ends, is bounded, and names no address', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}); // Plot warns of ticks that miss an axis
  fc.assert(
    fc.property(figure, (described) => {
      const drawn = draw(described);
      expect(asking(drawn)).toEqual([]);
      expect(drawn.outerHTML.length).toBeLessThan(200_000);
    }),
    { numRuns: 400 },
  );
}, 60_000);
