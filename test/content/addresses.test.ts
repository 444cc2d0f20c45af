/**
 * Addresses that were given out keep their meaning. `addresses.txt` lists them: it only ever grows. Where a parameter is
 * taken away on purpose, its lines stay and end with ` gone`; then the figure has to say that it could not read it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { addresses, faults } from './addresses.ts';
import { readSite } from './site.ts';

const file = fileURLToPath(new URL('addresses.txt', import.meta.url));
const site = readSite();

const gone = / gone$/;
const lines = readFileSync(file, 'utf8').trim().split('\n');

it('finds addresses of every sort', () => {
  const all = addresses(site).join('\n');
  for (const sort of [
    /^$/m,
    /^interview\/anki\.txt$/m,
    /^exercises\/write-softmax\/$/m,
    /^interview\/whiteboard\/write-softmax\/$/m,
    /^interview\/read\/#p-minus-y$/m,
    /^softmax\/#what-to-remember$/m,
    /^softmax\/#exercise-sum-of-logits$/m,
    /^softmax\/#sheet&sheet\.z=/m,
    /^#breaking-point&breaking-point\.z=/m,
    /^embed\/softmax-sheet\/#softmax-sheet\.z=/m,
    /^widgets\/extremes\/#simplex-max&simplex-max\./m,
    /^softmax\/#cell-\w+&cells\.\w+=/m,
  ])
    expect(all).toMatch(sort);
});

it('finds what is wrong with an address', () => {
  expect(faults(site, 'nope/')).toEqual(['no such page']);
  expect(faults(site, 'softmax/#nope')).toEqual(['no such anchor']);
  expect(faults(site, 'softmax/#nope.z=1')).toEqual(['no Live called nope']);
  expect(faults(site, 'softmax/#cells.nope=1')).toEqual(['no cell nope']);
  expect(faults(site, 'softmax/#sheet&sheet.nope=1')[0]).toMatch(/nope.*no such parameter; expected one of/);
  expect(faults(site, 'softmax/#sheet&sheet.z=2.00,1,0,-1.2')).toEqual(['means sheet&sheet.z=2,1,0,-1.2']);
});

it('lists every address of today: what is new is written down here, and only looked for in CI', () => {
  const listed = new Set(lines.map((line) => line.replace(gone, '')));
  const fresh = addresses(site)
    .map((address) => `/${address}`)
    .filter((address) => !listed.has(address));
  if (process.env['CI']) expect(fresh, 'not committed yet: run this test where CI is not set').toEqual([]);
  else if (fresh.length > 0) writeFileSync(file, `${[...new Set([...lines, ...fresh])].sort().join('\n')}\n`);
});

it('answers every address that was ever given out, with what it says', () => {
  const wrong = lines
    .filter((line) => !gone.test(line))
    .flatMap((line) => faults(site, line.slice(1)).map((fault) => `${line}: ${fault}`));
  expect(wrong).toEqual([]);
});

it('tells of every parameter that has gone, in the figure that had it', () => {
  for (const line of lines.filter((line) => gone.test(line)))
    expect(faults(site, line.slice(1).replace(gone, '')).join(' '), line).toMatch(/no such parameter|is not a choice/);
});
