import type { Result } from '#shared/result.ts'

/** Whether a base URL can be asked: a whole address, without a name and password in it. */
export function isAddress(baseUrl: string): boolean {
  const address = URL.parse(baseUrl)
  return address !== null && address.host !== '' && address.username === '' && address.password === ''
}

/** Whether a header takes a key. One that it does not take is never sent: the error that says so would quote it. */
export const isSendable = (key: string): boolean => /^[\x21-\x7e]+$/.test(key)

/** The key, where there is one that can be sent. */
export async function readSecret(key: () => Promise<Result<string | null>>): Promise<string | null> {
  const read = await key()
  const secret = (read.ok && read.value?.trim()) || null
  return secret !== null && isSendable(secret) ? secret : null
}
