import { randomBytes } from 'node:crypto'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { printResult } from '../terminal/printResult.ts'
import { openScreen } from '../terminal/screen.ts'

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
  if (!result.ok) return printResult(result, () => '')
  // Alone on standard output, so that it can be piped to where it belongs.
  err.write(`The new ${name}, shown this once; ${use}:\n`)
  return printResult(result, () => secret)
}

/** Removes the secret from the keychain. */
export async function deleteSecret(account: OwnSecret): Promise<number> {
  const { name } = secrets[account]
  const deleted = await createKeychain(account).delete()
  return printResult(deleted, (there) =>
    there ? `The ${name} is gone from the keychain.` : `There was no ${name} in the keychain.`,
  )
}

/** Says whether there is one, never what it is. */
export async function secretStatus(account: OwnSecret): Promise<number> {
  const { name } = secrets[account]
  const there = await createKeychain(account).has()
  return printResult(there, (exists) => (exists ? `There is a ${name} in the keychain.` : `There is no ${name}.`))
}
