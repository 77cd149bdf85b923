#!/usr/bin/env node
import module from 'node:module'
import { fileURLToPath } from 'node:url'

// The one file that is not TypeScript, since a Node that can't read TypeScript must be told so, and since what it turns on
// spares every other file from being stripped and compiled anew at each start (40 ms instead of 90 for --version).

if (!process.features.typescript) {
  process.stderr.write(
    `Error: Pausecut needs Node 24 and this is ${process.version}; start it with npm run, which takes the Node that it brings.\n`,
  )
  process.exit(1)
}

// Beside the code that it belongs to. Workers and child processes read it from the environment.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/pausecut', import.meta.url))
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
await import('./main.ts')
