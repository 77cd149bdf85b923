import { defineConfig } from 'vitest/config'

// A browser and whole apps keep their own time: a failure is tried once more, and the closing line names it if it then
// passes.
const acrossProcesses = { retry: 1 }

// Files of these kinds share a process, so that modules are loaded once: a test leaves nothing behind in it.
const together = { isolate: false }

const seeded = { setupFiles: ['tests/seed.ts'] }

// One project per kind of test; `npm test` runs them all, an editor may run one (`vitest run --project unit`).
export default defineConfig({
  test: {
    reporters: ['default', './tests/closingLine.ts'],
    // All cores: tests wait for states, so that one more at once costs them nothing but time.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000, ...together, ...seeded } },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 180_000,
          ...together,
          ...seeded,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          ...seeded,
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/page/**/*.spec.ts'],
          globalSetup: 'tests/page/buildPage.ts',
          // States are waited for, each with a patience of its own: this only ends what hangs.
          testTimeout: 240_000,
          ...acrossProcesses,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          globalSetup: 'tests/e2e/buildApp.ts',
          testTimeout: 400_000,
          hookTimeout: 400_000,
          expect: { poll: { timeout: 100_000 } },
          // Each spec starts apps of its own; more than two of them at once only wait for each other.
          maxWorkers: 2,
          ...acrossProcesses,
        },
      },
    ],
  },
})
