import type { ClientOptions } from 'openai'
import type { Agent } from 'undici'

/** Milliseconds of silence after which Node's own fetch gives up, whatever it is told. */
const ownPatience = 300_000

/**
 * The client's options for a service that may stay silent for so long.
 * @param silence milliseconds
 */
export async function patientFetch(silence: number): Promise<Pick<ClientOptions, 'fetch' | 'fetchOptions'>> {
  if (silence < ownPatience) return {}
  const undici = await import('undici')
  // The same fetch, from the package that Node has it from; its types differ.
  const patient = undici.fetch as unknown as typeof globalThis.fetch
  agent ??= new undici.Agent({ headersTimeout: 0, bodyTimeout: 0 })
  return { fetch: patient, fetchOptions: { dispatcher: agent } as ClientOptions['fetchOptions'] & object }
}

let agent: Agent | undefined
