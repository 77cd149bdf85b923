import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { phrase } from '#shared/phrases.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { testWith } from '#tests/programs.ts'

const run = promisify(execFile)

// A keychain is the system's, so each test gets a session of its own, and a process that lives in it.
const testKeyring = testWith('keyring')

const secret = 'sk-only-in-the-keychain'

/** Asks the keychain in a process of its own; gives each answer as the code of its error or its value. */
const script = `
  import { createKeychain, readIfAny } from '#engines/keychain/keychain.ts'
  const answers = []
  for (const question of process.argv.slice(1)) {
    const [account, verb] = question.split(':')
    const answer = await (verb === 'readIfAny' ? readIfAny(account) : createKeychain(account)[verb]('${secret}'))
    answers.push(answer.ok ? answer.value ?? null : answer.error)
  }
  console.log(JSON.stringify(answers))
`

async function ask(questions: string[], session: 'unlocked' | 'locked' | 'none', home: string): Promise<unknown[]> {
  const node = [process.execPath, '--input-type=module', '--eval', script, '--', ...questions]
  const daemon = {
    unlocked: 'printf "test\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"',
    locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; exec "$@"',
  }
  const command = session === 'none' ? node : ['dbus-run-session', '--', 'sh', '-c', daemon[session], 'sh', ...node]
  const { DBUS_SESSION_BUS_ADDRESS: _, DISPLAY: __, ...env } = process.env
  const runtime = join(home, 'run')
  mkdirSync(runtime, { recursive: true, mode: 0o700 })
  const { stdout } = await run(command[0] ?? '', command.slice(1), {
    env: { ...env, HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data') },
    timeout: 30_000,
  })
  return JSON.parse(stdout)
}

const unavailable = (reason: 'NO_DBUS' | 'KEYCHAIN_LOCKED') =>
  expect.objectContaining({ code: 'KEYCHAIN_UNAVAILABLE', facts: { reason: phrase(reason) } })

testKeyring('keeps a secret for each account, across processes, and never as plain text', async () => {
  const home = scratch()
  expect(await ask(['openai-key:has', 'openai-key:set', 'openai-key:has', 'api-token:has'], 'unlocked', home)).toEqual([
    false,
    null,
    true,
    false,
  ])
  expect(await ask(['openai-key:read', 'api-token:read', 'api-token:set'], 'unlocked', home)).toEqual([
    secret,
    null,
    null,
  ])
  expect(await ask(['openai-key:delete', 'openai-key:delete', 'openai-key:read'], 'unlocked', home)).toEqual([
    true,
    false,
    null,
  ])
  expect(await ask(['api-token:read'], 'unlocked', home)).toEqual([secret])

  const files = (await readdir(home, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    expect((await readFile(join(file.parentPath, file.name))).includes(secret)).toBe(false)
  }
})

test.skipIf(process.platform !== 'linux')('a secret that may be missing is, where there is no keychain', async () => {
  expect(await ask(['webhook-secret:readIfAny'], 'none', scratch())).toEqual([null])
})

testKeyring('a secret that may be missing is not taken for missing where the keyring is locked', async () => {
  const home = scratch()
  expect(await ask(['webhook-secret:readIfAny', 'webhook-secret:set'], 'unlocked', home)).toEqual([null, null])
  expect(await ask(['webhook-secret:readIfAny'], 'unlocked', home)).toEqual([secret])
  expect(await ask(['webhook-secret:readIfAny'], 'locked', home)).toEqual([unavailable('KEYCHAIN_LOCKED')])
})

testKeyring('a locked keyring is not available, and is not taken for an empty one', async () => {
  const home = scratch()
  await ask(['openai-key:set'], 'unlocked', home)
  const locked = unavailable('KEYCHAIN_LOCKED')
  expect(
    await ask(['openai-key:read', 'openai-key:has', 'openai-key:set', 'openai-key:delete'], 'locked', home),
  ).toEqual([locked, locked, locked, locked])
})

test.skipIf(process.platform !== 'linux')(
  'without D-Bus it is not available, and nothing is kept elsewhere',
  async () => {
    const home = scratch()
    const missing = unavailable('NO_DBUS')
    expect(await ask(['openai-key:set', 'openai-key:read', 'openai-key:has'], 'none', home)).toEqual([
      missing,
      missing,
      missing,
    ])
    expect(await readdir(home, { recursive: true })).toEqual(['run'])
  },
)
