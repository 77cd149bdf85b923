import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line that any machine can read: `Tests: 120 passed, 0 failed, 3 skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    let broken = 0
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++
      // A file that could not even be loaded has no tests to count, and is a failure all the same.
      if (module.errors().length > 0) broken++
    }
    const failed = count.failed + broken
    const skipped = count.skipped + count.pending
    // After the runner's own summary.
    process.once('exit', () => console.log(`\nTests: ${count.passed} passed, ${failed} failed, ${skipped} skipped`))
  }
}
