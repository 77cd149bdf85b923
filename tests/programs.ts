import { test } from 'vitest'
import { isThere, type TestProgramName, testPrograms } from '../scripts/testPrograms.ts'

/**
 * `test` where the program is there; elsewhere `test.skip`, said aloud, so that a skipped check never looks like a
 * passed one.
 */
export function testWith(...names: TestProgramName[]) {
  const missing = names.filter((name) => !isThere(name))
  for (const name of missing) {
    const packages = testPrograms.find((program) => program.name === name)!.packages.join(' ')
    console.warn(
      `SKIPPED: tests that need ${name}, which is not on this machine. On Debian: apt-get install ${packages}`,
    )
  }
  return missing.length === 0 ? test : test.skip
}
