import { randomBytes } from 'node:crypto'
import { createKeychain } from '#engines/keychain/keychain.ts'
import type { Result } from '#shared/result.ts'
import { printError } from '../terminal/printError.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

const out = openScreen(process.stdout)
const err = openScreen(process.stderr)

/** The secrets that Pausecut makes itself: what they are called, and what a new one means for those who have the old one. */
const secrets = {
  'api-token': { name: 'token', use: 'callers send it as Authorization: Bearer <token>' },
  'webhook-secret': { name: 'webhook secret', use: 'receivers check X-Pausecut-Signature with it' },
} as const
export type OwnSecret = keyof typeof secrets

/** Makes a new secret of 256 bits, keeps it in the keychain in place of the old one, and shows it this once. */
export async function newSecret(account: OwnSecret): Promise<number> {
  const secret = randomBytes(32).toString('base64url')
  const { name, use } = secrets[account]
  const result = await createKeychain(account).set(secret)
  if (!result.ok) return finish(result, () => '')
  // Alone on standard output, so that it can be piped to where it belongs.
  err.write(`The new ${name}, shown this once; ${use}:\n`)
  return finish(result, () => secret)
}

/** Removes the secret from the keychain. */
export async function deleteSecret(account: OwnSecret): Promise<number> {
  const { name } = secrets[account]
  const deleted = await createKeychain(account).delete()
  return finish(deleted, (there) =>
    there ? `The ${name} is gone from the keychain.` : `There was no ${name} in the keychain.`,
  )
}

/** Says whether there is one, never what it is. */
export async function secretStatus(account: OwnSecret): Promise<number> {
  const { name } = secrets[account]
  const there = await createKeychain(account).has()
  return finish(there, (exists) => (exists ? `There is a ${name} in the keychain.` : `There is no ${name}.`))
}

function finish<T>(result: Result<T>, say: (value: T) => string): number {
  if (!result.ok) {
    printError(result.error, err)
    return exitCodes.failed
  }
  out.write(`${say(result.value)}\n`)
  return exitCodes.done
}
