import { fileURLToPath } from 'node:url'
import { runStep, type Step } from './runStep.ts'

/** Every project of the compiler, and what it sees. `npm run types` and `npm test` both check these. */
const projects: readonly (readonly [what: string, project: string])[] = [
  ['everything on Node', 'tsconfig.json'],
  ['the shared language, without Node', 'src-shared/tsconfig.json'],
  ['the page, in a browser', 'src-renderer/tsconfig.json'],
  ["the page's unit tests", 'tests/unit/renderer/tsconfig.json'],
  ["the API's own page, in a browser", 'src-main/api/page/tryIt/tsconfig.json'],
  ["the app's specs", 'tests/e2e/tsconfig.json'],
  ["the page's specs", 'tests/page/tsconfig.json'],
]

export const typeSteps: readonly Step[] = projects.map(([what, project]) => ({
  what: `Types: ${what}`,
  command: 'tsc',
  args: ['-p', project],
}))

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const step of typeSteps) runStep(step)
