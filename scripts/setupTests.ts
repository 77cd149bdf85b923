import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isThere, testPrograms } from './testPrograms.ts'

/**
 * Installs from Debian's packages what tests need beyond npm, where this may be done; elsewhere it names what is
 * missing, and the tests that need it count as skipped.
 */
export function setUpTests(): void {
  const missing = testPrograms.filter((program) => !isThere(program.name))
  if (missing.length === 0) return
  const packages = missing.flatMap((program) => program.packages)
  if (mayInstall()) {
    console.log(`Installing what the tests need from Debian's packages: ${packages.join(' ')}`)
    apt(['update'])
    apt(['install', '--yes', '--no-install-recommends', ...packages])
  }
  for (const program of missing.filter((candidate) => !isThere(candidate.name))) {
    const hint = program.packages.join(' ')
    console.warn(`MISSING: ${program.name}. Tests that need it will be SKIPPED. On Debian: apt-get install ${hint}`)
  }
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function apt(args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = spawnSync('apt-get', ['--quiet', ...args], { env, encoding: 'utf8' })
  if (run.status !== 0) console.warn(`apt-get ${args[0]} failed: ${run.stderr.trim().split('\n').slice(-3).join(' ')}`)
}
