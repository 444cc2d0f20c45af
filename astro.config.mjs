import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { remarkCells } from './components/notebook/remark-cells.ts';
import { remarkTex } from './components/tex/remark-tex.ts';
import { remarkNames } from './components/vocabulary/remark-names.ts';
import { remarkPlaces } from './components/vocabulary/remark-places.ts';
import { codeAsText } from './src/notebook/program.ts';

/** Every `import()` of the built site fetches its files first: see components/dom/arrival.ts. */
const arrival = {
  name: 'arrival',
  enforce: 'pre',
  load: (id) => {
    if (id !== '\0vite/preload-helper.js') return;
    const from = fileURLToPath(new URL('./components/dom/arrival.ts', import.meta.url));
    return `export { fetchFirst as __vitePreload } from ${JSON.stringify(from)};`;
  },
};

/** What pages need together stands in one file each: small files weigh more than one. */
const groups = [
  ['live', /\/components\/(dom\/(arrival|nodes)|widget\/(address|numbers))\.ts$/],
  [
    'reader',
    /\/(components\/notebook\/(record|code-field|language|language-switch)|src\/(languages|same-site|progress\/(progress|store|cards)))\.ts$/,
  ],
].map(([name, test]) => ({ name, test }));

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base: process.env.BASE ?? '/',
  publicDir: './src/public',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !/\/(embed|whiteboard)\/.|\/(book|widgets\/extremes)\/$/.test(page) }),
  ],
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath, remarkNames, remarkPlaces, remarkTex, remarkCells] }),
    syntaxHighlight: false, // code is colored as the editor colors it: components/notebook/highlight.ts
  },
  vite: {
    plugins: [codeAsText(), arrival],
    // Astro marks the modules of its content with a directive of its own, and the bundler warns of each that it drops it.
    build: {
      rolldownOptions: {
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
        output: { codeSplitting: { groups } },
      },
    },
    // Plot moves lines by half a pixel on screens whose pixels are large, which a build can't know: it never does, so
    // that nothing moves when the code arrives.
    define: { 'window.devicePixelRatio': '2' },
    resolve: { alias: { logits: fileURLToPath(new URL('./src/math/index.ts', import.meta.url)) } },
  },
});
