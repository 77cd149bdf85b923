import type { KeyStore } from '#ports/KeyStore.ts'
import type { AppError } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'

/** Where the OpenAI key is; never the key. */
export interface KeyWhereabouts {
  readonly place: 'environment' | 'keychain' | 'nowhere'
  /** Why the keychain could not be asked. */
  readonly problem?: AppError
}

/** Looks for the key in OPENAI_API_KEY, then in the keychain. */
export async function findKey(keychain: KeyStore, env: NodeJS.ProcessEnv = process.env): Promise<KeyWhereabouts> {
  if (env.OPENAI_API_KEY) return { place: 'environment' }
  const stored = await keychain.has()
  if (!stored.ok) return { place: 'nowhere', problem: stored.error }
  return { place: stored.value ? 'keychain' : 'nowhere' }
}

/** Reads the key for the speech engine, and for nothing else; null where there is none. */
export function keyReader(
  keychain: KeyStore,
  env: NodeJS.ProcessEnv = process.env,
): () => Promise<Result<string | null>> {
  const { OPENAI_API_KEY: key } = env
  return async () => (key ? ok(key) : keychain.read())
}
