// npm run fonts: cuts the course's fonts down to what it shows, and writes the style sheets that load them:
// src/styles/fonts/*.woff2, src/styles/fonts.css and src/styles/katex.css. All of them are committed, so only someone
// who changes a character set, a font or the version of KaTeX runs this.
//
// Every font comes in parts. `core` is what nearly every page shows; the others hold everything else that the font
// has, and a browser fetches one only for a page that uses a character of it (unicode-range). So pages stay light
// and no character of a supported script falls back to a stranger.
//
// Nothing on a page may move when a font arrives. So the fonts of the text are preloaded (src/styles/preload.ts) and
// `optional`: used if they are there for the first paint, else from the next page on. Delimiters and bold letters would
// be wrong in any other font, so these block; they are small and preloaded where a page has them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';
import prettier from 'prettier';
import subset from 'subset-font';
import { cmapTable, nameTable, withTables } from './sfnt.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = path.join(root, 'src/styles/fonts');
const cache = path.join(root, 'node_modules/.cache/fonts');
const katex = path.dirname(createRequire(import.meta.url).resolve('katex/package.json'));

// The whole fonts weigh 45 MB, so they are no dependency of the project: this script fetches these versions.
const packages = { 'source-serif': '4.5.1', '@expo-google-fonts/jetbrains-mono': '0.4.1' };

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const lower = range(0x61, 0x7a);
const digits = range(0x30, 0x39);
const ascii = range(0x20, 0x7e);
const scripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉';
const accented = range(0xc0, 0xff);
const everything = range(0x20, 0x17f) + range(0x370, 0x3ff) + range(0x2000, 0x22ff) + '✓✗';

// Of the three text fonts the upright one must carry everything; the slanted one speaks in captions and sentences.
const prose = ascii.replace(/[\\`~@$]/g, '') + '\u00a0“”‘’–—…·×÷±−∞→←½¼¾°′✓ᶻéöü' + scripts + 'σλε';
const signs = '•‐≤≥≠≈↑↓√§πΣΔμταβ';
const textFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark'];
// Characters that a text font lacks, and its glyph that has their shape: 10⁻¹⁸ needs a superscript minus, and the macron
// has its width, height and weight.
const alias = { '⁻': 'macron', ᶻ: 'z.sups' };

const text = [
  {
    display: 'optional',
    family: 'Course Serif',
    name: 'serif',
    source: 'source-serif/VAR/SourceSerif4Variable-Roman.ttf',
    // A variable font from 400 to 600 is a fifth smaller than the two weights as files of their own.
    weight: '400 600',
    axes: { wght: { min: 400, max: 600 }, opsz: 20 },
    parts: { core: prose, signs, accented, rest: everything },
  },
  {
    display: 'optional',
    family: 'Course Serif',
    name: 'serif-italic',
    source: 'source-serif/VAR/SourceSerif4Variable-Italic.ttf',
    style: 'italic',
    axes: { wght: 400, opsz: 20 },
    parts: {
      core: prose.replace(/[#^_&*"{|}éöü÷±←½¼¾′✓ᶻε]/g, ''),
      signs: signs + '÷±←½¼¾′✓ᶻε',
      accented,
      rest: everything,
    },
  },
  {
    display: 'optional',
    family: 'Course Mono',
    name: 'mono',
    source: '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
    parts: { core: ascii + '\u00a0–—…·×÷≤≥≠≈∞→−′√σΣ⁰¹²³⁴⁵⁶⁷⁸⁹⁻₁₂₃', rest: everything + range(0x2500, 0x257f) },
  },
];

const letters = range(0x41, 0x5a) + lower + range(0x391, 0x3c9);
const math = (file, weight, style, parts, loading = {}) => ({
  ...loading,
  family: file.replace(/-.*/, ''),
  name: file.toLowerCase().replace('_', '-').replace('-regular', ''),
  source: path.join(katex, `dist/fonts/${file}.ttf`),
  weight,
  style,
  parts: { ...parts, rest: range(0x20, 0xffff) },
});
const delimiters = '()[]{}⟨⟩√';
const lettersOfFormulas = { firstDisplay: 'optional' };
const formulas = [
  math(
    'KaTeX_Main-Regular',
    400,
    'normal',
    {
      core: 'acdefghilmnoprstuvxyEILNS' + digits + ' ()+,-./:<=>[]\u00a0\ue020×⋅−∥∞≥≈→⟺∂…′',
      signs: `!%'*;?{|}÷±∣≤≡∼∝←⇔⇒⟶⟹∇∈√⋯‘’“”–ˆˉ˜`,
      letters: letters + 'ÆØßæø',
    },
    lettersOfFormulas,
  ),
  math('KaTeX_Main-Bold', 700, 'normal', { core: 'mpwxzINafinty', letters: letters + digits }),
  math('KaTeX_Main-Italic', 400, 'italic', { core: lower }),
  math(
    'KaTeX_Math-Italic',
    400,
    'italic',
    { core: 'bcefijkmnpstuwxyzCTσλε', letters: letters + 'ϵ' },
    lettersOfFormulas,
  ),
  math('KaTeX_Math-BoldItalic', 700, 'italic', { core: lower }),
  math('KaTeX_AMS-Regular', 400, 'normal', { core: 'ERPN⩽⩾' }),
  math('KaTeX_Caligraphic-Regular', 400, 'normal', {}),
  math('KaTeX_Typewriter-Regular', 400, 'normal', {}),
  math('KaTeX_Size1-Regular', 400, 'normal', { core: delimiters + '∑∏∫' }),
  math('KaTeX_Size2-Regular', 400, 'normal', { core: delimiters + '∑∏∫' }),
  math('KaTeX_Size3-Regular', 400, 'normal', { core: delimiters }),
  math('KaTeX_Size4-Regular', 400, 'normal', { core: delimiters + '⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭' }),
];

function fetchFonts() {
  const have = (name) => {
    const file = path.join(cache, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === packages[name];
  };
  const missing = Object.keys(packages).filter((name) => !have(name));
  if (missing.length === 0) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  console.log(`fetching ${missing.join(' and ')} …`);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: cache,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

// "U+20-21, U+A0": what CSS calls a unicode-range. It bridges small gaps that the whole font has, to stay short.
function unicodeRange(characters, others) {
  const codes = characters.map((c) => c.codePointAt(0)).sort((a, b) => a - b);
  const taken = [...others].map((c) => c.codePointAt(0));
  const runs = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run && code - run[1] < 32 && !taken.some((other) => run[1] < other && other < code)) run[1] = code;
    else runs.push([code, code]);
  }
  const hex = (n) => n.toString(16).toUpperCase();
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(', ');
}

const katexHeader = () => {
  const { version } = JSON.parse(readFileSync(path.join(katex, 'package.json'), 'utf8'));
  return `/* Written by src/tools/fonts.mjs from KaTeX ${version} (MIT license): npm run fonts */`;
};

// KaTeX's own rules without its fonts, and without the rules for families that are not here. It has a rule for each of
// the 121 pairs of sizes, from the one around a part to the part's own: the quotient of the two says the same.
function katexRules() {
  const families = new Set(formulas.map((face) => face.family));
  const css = readFileSync(path.join(katex, 'dist/katex.css'), 'utf8').replace(/\/\* stylelint-.*?\*\/\n/g, '');
  const pair = /(?:[^{},]+\.reset-size\d+\.size\d+,?\s*)+\{\s*font-size: [^;]*em;\s*\}\n/g;
  const sized = ':is(.katex-sizing, .fontsize-ensurer)';
  const sizes = [...css.matchAll(/\.katex-sizing\.reset-size1\.size(\d+),[^{]*\{\s*font-size: ([^;]*)em/g)];
  if (sizes.length !== 11) throw new Error(`${sizes.length} sizes in KaTeX's rules; expected 11`);
  const quotients = sizes
    .map(
      ([, i, size]) =>
        `.katex ${sized}.reset-size${i} { --from: ${size}; }\n.katex ${sized}.size${i} { --to: ${size}; }\n`,
    )
    .join('');
  return css
    .replace(pair, '')
    .concat(quotients, `.katex ${sized} { font-size: calc(1em * var(--to) / var(--from)); }\n`)
    .replace(/@font-face \{[^}]*\}\n/g, '')
    .replace(/[^{}]+\{\s*font-family: (KaTeX_\w+);[^}]*\}\n/g, (rule, family) => (families.has(family) ? rule : ''));
}

async function cut(face) {
  const { family, name, source, weight = 400, style = 'normal', axes, features = [], parts, alias = {} } = face;
  const { display = 'block', firstDisplay = display } = face;
  let font = readFileSync(source);
  const parsed = create(font);
  const glyphs = new Map(parsed.characterSet.map((code) => [code, parsed.glyphForCodePoint(code).id]));
  glyphs.delete(0xffff); // the end of a table, and no character
  const named = (glyph) =>
    Array.from({ length: parsed.numGlyphs }, (_, id) => id).find((id) => parsed.getGlyph(id).name === glyph);
  const added = Object.entries(alias)
    .map(([character, glyph]) => [character.codePointAt(0), named(glyph)])
    .filter(([code, id]) => !glyphs.has(code) && id !== undefined);
  for (const [code, id] of added) glyphs.set(code, id);
  // A subset may not carry the reserved name of its origin, and a browser refuses a font without any name.
  const own = family.startsWith('KaTeX') ? 'Course Math' : family;
  const names = nameTable({ 0: 'SIL Open Font License 1.1', 1: own, 2: style, 4: `${own} ${name}`, 6: name });
  font = withTables(font, { name: names, ...(added.length > 0 && { cmap: cmapTable(glyphs) }) });

  const has = (c) => glyphs.has(c.codePointAt(0));
  const [first] = Object.keys(parts);
  // The face that claims the space sets the line's metrics, so it must be the one that loads, glyph or no glyph.
  const partOf = new Map([[' ', first]]);
  for (const [part, wanted] of Object.entries(parts)) {
    const strangers = [...wanted].filter((c) => !has(c)).join(' ');
    if (part === 'core' && strangers) throw new Error(`${name} core: ${strangers}; expected characters of the font`);
    for (const c of wanted) if (has(c) && !partOf.has(c)) partOf.set(c, part);
  }

  const rules = [];
  for (const part of new Set(partOf.values())) {
    const characters = [...partOf.keys()].filter((c) => partOf.get(c) === part);
    const others = [...partOf.keys()].filter((c) => partOf.get(c) !== part);
    const data = await subset(font, characters.join(''), {
      targetFormat: 'woff2',
      variationAxes: axes,
      keepFeatures: features,
      noHinting: true,
      dropTables: ['DSIG', 'FFTM'],
    });
    const file = part === first ? `${name}.woff2` : `${name}-${part}.woff2`;
    writeFileSync(path.join(out, file), data);
    console.log(`${String(data.length).padStart(6)}  ${file}  ${characters.length} characters`);
    rules.push(`@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-style: ${style};
  font-display: ${part === first ? firstDisplay : display};
  src: url('./fonts/${file}?no-inline') format('woff2');
  unicode-range: ${unicodeRange(characters, others)};
}
`);
  }
  return rules.join('\n');
}

// What a page's text falls back to where a font came too late, and for a character that no part holds: the mono has
// neither ᶻ nor ✓, the serif both.
const stacks = `:root {
  --serif: 'Course Serif', Georgia, 'Times New Roman', serif;
  --mono: 'Course Mono', ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Course Serif', monospace;
}
`;

async function write(file, css) {
  const to = path.join(root, 'src/styles', file);
  const options = { ...(await prettier.resolveConfig(to)), filepath: to };
  writeFileSync(to, await prettier.format(css, options));
}

fetchFonts();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const textFaces = [];
for (const face of text) {
  const source = path.join(cache, 'node_modules', face.source);
  textFaces.push(await cut({ ...face, source, features: textFeatures, alias }));
}
await write('fonts.css', `/* Written by src/tools/fonts.mjs: npm run fonts */\n\n${stacks}\n${textFaces.join('\n')}`);

const formulaFaces = [];
for (const face of formulas) formulaFaces.push(await cut(face));
await write('katex.css', `${katexHeader()}\n\n${formulaFaces.join('\n')}\n${katexRules()}`);

const serifLicence = readFileSync(path.join(cache, 'node_modules/source-serif/LICENSE.md'), 'utf8');
const monoLicence = readFileSync(
  path.join(cache, 'node_modules/@expo-google-fonts/jetbrains-mono/LICENSE_FONT'),
  'utf8',
);
const ofl = monoLicence.slice(monoLicence.indexOf('This Font Software is licensed'));
const katexNotice = `Copyright (c) 2009-2010, Design Science, Inc. (<www.mathjax.org>)
Copyright (c) 2014-2018 Khan Academy (<www.khanacademy.org>),
with Reserved Font Names KaTeX_Main, KaTeX_Math and the other names of KaTeX's fonts.`;
writeFileSync(path.join(out, 'LICENSE-serif.txt'), serifLicence);
writeFileSync(path.join(out, 'LICENSE-mono.txt'), monoLicence);
writeFileSync(path.join(out, 'LICENSE-katex.txt'), `${katexNotice}\n\n${ofl}`);
