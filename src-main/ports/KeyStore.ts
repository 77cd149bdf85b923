import type { Result } from '#shared/result.ts'

/** The operating system's keychain, for one secret. There is no way to read it but `read`, used by the speech engine only. */
export interface KeyStore {
  /** Stores the secret. Fails with KEYCHAIN_UNAVAILABLE. */
  set(secret: string): Promise<Result<void>>
  /** Removes it; true when there was one. */
  delete(): Promise<Result<boolean>>
  has(): Promise<Result<boolean>>
  read(): Promise<Result<string | null>>
}
