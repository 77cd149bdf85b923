import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { cliPath, runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { testWith } from '#tests/programs.ts'

const run = promisify(execFile)

/** Runs shell lines with `$PAUSECUT` in a session that has an unlocked keyring of its own. */
async function inKeyring(lines: string): Promise<string> {
  const home = scratch()
  const runtime = join(home, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  const unlock = 'printf "test\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
  const { PATH } = process.env
  const { stdout } = await run('dbus-run-session', ['--', 'sh', '-c', `${unlock}\n${lines}`], {
    env: {
      PATH,
      HOME: home,
      XDG_RUNTIME_DIR: runtime,
      XDG_DATA_HOME: join(home, 'data'),
      PAUSECUT_HOME: join(home, 'pausecut'),
      PAUSECUT: `${process.execPath} ${cliPath}`,
    },
    timeout: 60_000,
  })
  return stdout
}

const testKeyring = testWith('keyring', 'ffmpeg')

testKeyring.each(['token', 'webhook-secret'])(
  'pausecut %s: made and shown once, then only known to be there',
  async (name) => {
    const said = await inKeyring(`
    $PAUSECUT ${name} status; $PAUSECUT ${name} new 2>/dev/null; $PAUSECUT ${name} status
    $PAUSECUT ${name} new 2>/dev/null; $PAUSECUT ${name} delete; $PAUSECUT ${name} delete`)
    const [none, first = '', there, second = '', gone, never] = said.trimEnd().split('\n')
    const words = name.replace('-', ' ')
    expect([none, there, gone, never]).toEqual([
      `There is no ${words}.`,
      `There is a ${words} in the keychain.`,
      `The ${words} is gone from the keychain.`,
      `There was no ${words} in the keychain.`,
    ])
    // 256 bits in base64url.
    for (const secret of [first, second]) expect(secret).toMatch(/^[\w-]{43}$/)
    expect(second).not.toBe(first)
  },
)

testKeyring('serve takes its token from the keychain', async () => {
  const said = await inKeyring(`
    TOKEN=$($PAUSECUT token new 2>/dev/null)
    $PAUSECUT serve --port 0 --token-from-keychain > "$HOME/serve.out" & SERVER=$!
    until grep -q listening "$HOME/serve.out"; do sleep 0.1; done
    ORIGIN=$(sed 's/.* //' "$HOME/serve.out")
    ${process.execPath} -e "
      const [origin, token] = process.argv.slice(1)
      for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'Bearer ' + token }])
        console.log((await fetch(origin + '/api/v1/voices', { headers })).status)
    " --input-type=module "$ORIGIN" "$TOKEN"
    kill $SERVER; wait $SERVER; echo $?`)
  expect(said.trim().split('\n')).toEqual(['401', '401', '200', '0'])
})

test('without a keychain each of them says so', async () => {
  for (const args of [
    ['token', 'new'],
    ['webhook-secret', 'status'],
  ]) {
    const { code, stdout, stderr } = await runCli(args, { env: { PAUSECUT_HOME: scratch() } })
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringContaining('The keychain of this system is not available'),
    ])
  }
})
