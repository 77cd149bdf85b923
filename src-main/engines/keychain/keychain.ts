import type { AsyncEntry } from 'keytar'
import type { KeyStore } from '#ports/KeyStore.ts'
import { appError } from '#shared/errors.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'

const service = 'pausecut'

/** The secrets that Pausecut keeps, each by a name of its own in the keychain. */
export type KeychainAccount = 'openai-key' | 'api-token' | 'webhook-secret'

/**
 * One secret in the system's keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service (GNOME
 * Keyring, KWallet) on Linux. Where there is none, or it stays locked, every call fails with KEYCHAIN_UNAVAILABLE;
 * nothing is ever kept anywhere else.
 */
export function createKeychain(account: KeychainAccount): KeyStore {
  return {
    set: (secret) => ask(account, (entry) => entry.setPassword(secret)),
    delete: (): Promise<Result<boolean>> => ask(account, (entry) => entry.deletePassword()),
    has: () => ask(account, async (entry) => (await entry.getPassword()) !== null),
    read: () => ask(account, (entry) => entry.getPassword()),
  }
}

/**
 * Reads a secret that may be missing: null where it is not kept, and where this system has no keychain that it could be
 * kept in. Fails with KEYCHAIN_UNAVAILABLE where there is one that can't be read, which may hold it.
 */
export async function readIfAny(account: KeychainAccount): Promise<Result<string | null>> {
  const secret = await createKeychain(account).read()
  return !secret.ok && isWithoutKeychain(secret.error.detail ?? '') ? ok(null) : secret
}

/** What the system's libraries say where no session, no service or no library is there to keep secrets. */
const isWithoutKeychain = (message: string) =>
  /DBUS_SESSION_BUS_ADDRESS|autolaunch|ServiceUnknown|not provided by any|Cannot find (native binding|module)/i.test(
    message,
  )

async function ask<T>(account: KeychainAccount, question: (entry: AsyncEntry) => Promise<T>): Promise<Result<T>> {
  try {
    // Loaded when it is needed: the native part is missing on some platforms, and start-up does not wait for it.
    const { AsyncEntry } = await import('keytar')
    // Without this, a Linux without Secret Service keeps the secret in the kernel's memory, where the next restart
    // loses it; keytar's own functions can not be told so, which is why they are not used.
    return ok(await question(new AsyncEntry(service, account, { linux: { store: 'secret-service' } })))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return fail(appError('KEYCHAIN_UNAVAILABLE', { reason: reasonOf(message) }, message))
  }
}

function reasonOf(message: string): Phrase {
  if (/D-?Bus/i.test(message)) return phrase('NO_DBUS')
  if (/dismissed|locked/i.test(message)) return phrase('KEYCHAIN_LOCKED')
  if (/no result found/i.test(message)) return phrase('NO_KEYRING')
  if (/Cannot find (native binding|module)/i.test(message)) return phrase('NOT_SUPPORTED')
  return phrase('NO_ANSWER')
}
