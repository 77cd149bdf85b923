import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends a run with one plain line that any machine can read: `Tests: 120 passed, 0 failed, 3 skipped`. Tests that passed
 * only when they were tried again are named before it: a test that depends on luck has something wrong.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    let broken = 0
    const unsteady: string[] = []
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        count[test.result().state]++
        if (test.diagnostic()?.flaky) unsteady.push(`${module.relativeModuleId} > ${test.fullName}`)
      }
      // A file that could not even be loaded has no tests to count, and is a failure all the same.
      if (module.errors().length > 0) broken++
    }
    const failed = count.failed + broken
    const skipped = count.skipped + count.pending
    // After the runner's own summary.
    process.once('exit', () => {
      for (const name of unsteady) console.log(`\nUNSTEADY, passed only when tried again: ${name}`)
      console.log(`\nTests: ${count.passed} passed, ${failed} failed, ${skipped} skipped`)
    })
  }
}
