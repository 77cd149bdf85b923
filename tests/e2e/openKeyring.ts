import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** A keychain of its own for one test, unlocked, in `home`; the value is the environment that leads a program to it. */
export async function openKeyring(home: string): Promise<Record<string, string>> {
  const runtime = join(home, 'run')
  mkdirSync(runtime, { recursive: true, mode: 0o700 })
  const { DISPLAY: _, DBUS_SESSION_BUS_ADDRESS: __, ...own } = process.env
  const env = { ...own, HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data') }
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { env })
  endWithTest(bus)
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string]
  const session = { ...env, DBUS_SESSION_BUS_ADDRESS: address }
  // Its first process ends when it can be asked; the one that stays ends with the bus.
  const keyring = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: session,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keyring.stdin.end('test\n')
  await once(keyring, 'exit')
  const { HOME, XDG_RUNTIME_DIR, XDG_DATA_HOME, DBUS_SESSION_BUS_ADDRESS } = session
  return { HOME, XDG_RUNTIME_DIR, XDG_DATA_HOME, DBUS_SESSION_BUS_ADDRESS }
}

function endWithTest(child: ChildProcess): void {
  onTestFinished(async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill()
    await ended
  })
}
