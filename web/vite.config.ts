import { fileURLToPath } from 'node:url';
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

/** The SDKs log every step; nobody reads that in a customer's browser, so nobody should have to download it. */
const minified: Pick<BuildOptions, 'minify' | 'terserOptions'> = {
  minify: 'terser',
  terserOptions: {
    ecma: 2020,
    module: true,
    compress: { passes: 3, pure_funcs: ['this._logger.trace', 'this._logger.debug', 'logger_default.logAction'] },
    // Private by the SDKs' own convention, and nowhere reached by a string.
    mangle: { properties: { regex: /^_[a-z]/, keep_quoted: true } },
    format: { comments: false },
  },
};

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
function page(name: string, entry: string): InlineConfig {
  return {
    configFile: false,
    root: source(name),
    base: `/${name}/`,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias },
    plugins: [withoutAdvice],
    build: {
      outDir: output(name),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      ...minified,
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
  page('widget', 'frame.html'),
  loader(),
  page('dashboard', 'index.html'),
];

// A default export because the tool wants one; the pages are built one by one by scripts/build.mjs.
export default { resolve: { alias } };
