import { spawnSync } from 'node:child_process'
import { setUpTests } from './setupTests.ts'

// `npm test`: everything that must hold before a change lands, quickest first, the runner's own count last.
const steps: [what: string, command: string, args: string[]][] = [
  ['Format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['Types', 'tsc', ['-p', 'tsconfig.json']],
  ['Types of the shared language, without Node', 'tsc', ['-p', 'src-shared/tsconfig.json']],
  ['Types of the page, in a browser', 'tsc', ['-p', 'src-renderer/tsconfig.json']],
  ["Types of the page's unit tests", 'tsc', ['-p', 'tests/unit/renderer/tsconfig.json']],
  ["Types of the API's page, in a browser", 'tsc', ['-p', 'src-main/api/page/tryIt/tsconfig.json']],
  ["Types of the app's specs", 'tsc', ['-p', 'tests/e2e/tsconfig.json']],
  ["Types of the page's specs", 'tsc', ['-p', 'tests/page/tsconfig.json']],
  ['Unused files, exports and dependencies', 'knip', []],
  ['Tests', 'vitest', ['run']],
]

setUpTests()
for (const [what, command, args] of steps) {
  console.log(`\n${what}`)
  const run = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status !== 0) {
    console.error(`\n${what}: failed.`)
    process.exit(run.status ?? 1)
  }
}
