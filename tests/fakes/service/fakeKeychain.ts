import type { KeyStore } from '#ports/KeyStore.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'

/** A keychain of one secret; locked, it answers as the system's own does. */
export function fakeKeychain(): KeyStore & { secret: string | null; locked: boolean } {
  const keychain = {
    secret: null as string | null,
    locked: false,
    set: (secret: string) =>
      answer(() => {
        keychain.secret = secret
      }),
    delete: () =>
      answer(() => {
        const there = keychain.secret !== null
        keychain.secret = null
        return there
      }),
    has: () => answer(() => keychain.secret !== null),
    read: () => answer(() => keychain.secret),
  }
  const answer = async <T>(act: () => T) =>
    keychain.locked ? fail(appError('KEYCHAIN_UNAVAILABLE', { reason: words('it is locked') })) : ok(act())
  return keychain
}
