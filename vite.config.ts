import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * `vite build` makes all three parts of the desktop app: the page, which the shell serves as app://bundle, the main
 * process with its worker threads, and the preload. A sandboxed preload can be nothing but one CommonJS file.
 */
export default defineConfig({
  root: here('src-renderer'),
  base: './',
  plugins: [react(), workerFiles(), apiPage()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: here('dist/page'),
        emptyOutDir: true,
        target: 'chrome140',
        // The page's policy allows no data: addresses but pictures, and nothing is fetched over a network anyway.
        assetsInlineLimit: 0,
        // It comes from the disk: one file is quicker than ten.
        chunkSizeWarningLimit: 2000,
        modulePreload: { polyfill: false },
        // The terms of what is bundled ask to come along.
        license: { fileName: 'licences.md' },
      },
    },
    main: {
      consumer: 'server',
      build: {
        outDir: here('dist/main'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: here('src-main/shell/main.ts'),
          external: ['electron', /^node:/],
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: here('dist/preload'),
        emptyOutDir: true,
        target: 'chrome140',
        minify: false,
        rolldownOptions: {
          input: here('src-main/shell/preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
})

/** Builds each worker thread that the main process names by `new URL('./some.ts', import.meta.url)` as a file of its own. */
function workerFiles(): Plugin {
  const named = /new URL\('(\.{1,2}\/[^']+\.ts)', import\.meta\.url\)/g
  return {
    name: 'worker-files',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'main',
    transform(code, id) {
      return code.replaceAll(named, (_, path: string) => {
        const reference = this.emitFile({ type: 'chunk', id: fileURLToPath(new URL(path, `file://${id}`)) })
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference}, import.meta.url)`
      })
    },
  }
}

/** The local API's own page, which its server reads from beside itself. */
function apiPage(): Plugin {
  return {
    name: 'api-page',
    applyToEnvironment: ({ name }) => name === 'main',
    generateBundle() {
      for (const name of readdirSync(here('src-main/api/page/tryIt')).filter((name) => !name.endsWith('.json'))) {
        const source = readFileSync(here(`src-main/api/page/tryIt/${name}`))
        this.emitFile({ type: 'asset', fileName: `tryIt/${name}`, source })
      }
    },
  }
}
