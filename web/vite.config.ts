import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import type { BuildOptions, InlineConfig, Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const source = (path: string): string => here(`./src/${path}`);
const output = (path: string): string => here(`./target/classes/static/${path}`);

/**
 * What keeps the widget within its budget: @ably/chat asks for "ably", and the shim gives it the modular build that the bundle holds anyway; and it is taken
 * from the TypeScript sources in its package, where its copy of lodash.clonedeep can be replaced by the browser's own.
 */
export const alias = [
  { find: /^ably$/, replacement: source('realtime/ably-shim.ts') },
  { find: /^@ably\/chat$/, replacement: here('./node_modules/@ably/chat/src/core/index.ts') },
  { find: /^lodash\.clonedeep$/, replacement: source('realtime/clone.ts') },
];

/**
 * The widget is written against React's types, as is what it shares with the dashboard, and compiled against Preact: these files give it the few names that
 * it may use, and no more.
 */
export const preactAlias = [
  { find: /^react$/, replacement: source('widget/preact/react.ts') },
  { find: /^react-dom\/client$/, replacement: source('widget/preact/react-dom.ts') },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
];

/** The SDKs log every step; nobody reads that in a customer's browser, so nobody should have to download it. */
const minified: Pick<BuildOptions, 'minify' | 'terserOptions'> = {
  minify: 'terser',
  terserOptions: {
    ecma: 2020,
    module: true,
    compress: { passes: 3, pure_funcs: ['this._logger.trace', 'this._logger.debug', 'logger_default.logAction'] },
    format: { comments: false },
  },
};

/** In the widget, what the SDKs' own convention makes private is nowhere reached by a string, and all of it is in one file. */
const mangled: BuildOptions['terserOptions'] = {
  ...minified.terserOptions,
  mangle: { properties: { regex: /^_[a-z]/, keep_quoted: true } },
};

/** The pages speak English; the components' words in thirty other languages stay out of the bundle. */
const oneLanguage: Plugin = { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' };

/** The realtime SDK's errors come with advice for developers; it would be a fifteenth of what a customer's browser has to fetch. */
const withoutAdvice: Plugin = {
  name: 'without-advice',
  transform: (code, id) =>
    id.includes('/node_modules/ably/')
      ? code.replace(
          /\bremediation: (?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)(?=[,\s}])/g,
          'remediation: void 0',
        )
      : null,
};

/** A page that a service hosts under `/<name>/`. */
function page(name: string, entry: string, more: Pick<InlineConfig, 'resolve' | 'plugins' | 'build'>): InlineConfig {
  return {
    configFile: false,
    root: source(name),
    base: `/${name}/`,
    publicDir: false,
    logLevel: 'warn',
    plugins: [withoutAdvice],
    ...more,
    build: {
      outDir: output(name),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      ...minified,
      ...more.build,
      rollupOptions: { input: source(`${name}/${entry}`), checks: { pluginTimings: false } },
    },
  };
}

/** The loader is one classic script without dependencies, so that any site can include it. */
function loader(): InlineConfig {
  return {
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: output('widget'),
      emptyOutDir: false,
      target: 'es2020',
      reportCompressedSize: false,
      lib: { entry: source('widget/loader/main.ts'), name: 'deskhand', formats: ['iife'], fileName: () => 'loader.js' },
    },
  };
}

/** In this order: the loader goes into the folder that the widget's build empties. */
export const builds: readonly InlineConfig[] = [
  page('widget', 'frame.html', {
    resolve: { alias: [...alias, ...preactAlias] },
    build: { ...(mangled === undefined ? {} : { terserOptions: mangled }) },
  }),
  loader(),
  page('dashboard', 'index.html', { resolve: { alias }, plugins: [withoutAdvice, oneLanguage] }),
];

// A default export because the tool wants one; the pages are built one by one by scripts/build.mjs.
export default { resolve: { alias } };
