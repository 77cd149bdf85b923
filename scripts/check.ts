import { runStep, type Step } from './runStep.ts'
import { setUpTests } from './setupTests.ts'
import { typeSteps } from './types.ts'

const projects = (...names: string[]) => names.flatMap((name) => ['--project', name])

/**
 * `npm test`: everything that must hold before a change lands, in stages, the quickest first. The first step that fails
 * ends it, so that a type error is not read out of ten minutes of other tests.
 */
const stages: readonly (readonly [stage: string, steps: readonly Step[]])[] = [
  [
    'static',
    [
      { what: 'Format and lint', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
      ...typeSteps,
      { what: 'Unused files, exports and dependencies', command: 'knip', args: [] },
    ],
  ],
  ['unit and contract', [{ what: 'Tests', command: 'vitest', args: ['run', ...projects('unit', 'contract')] }]],
  [
    'integration, page and app',
    [{ what: 'Tests', command: 'vitest', args: ['run', ...projects('integration', 'page', 'e2e')] }],
  ],
]

setUpTests()
for (const [index, [stage, steps]] of stages.entries()) {
  console.log(`\nStage ${index + 1} of ${stages.length}: ${stage}`)
  for (const step of steps) runStep(step)
}
