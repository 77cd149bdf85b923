import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { AddressRefused, type Outbound, vetAddress } from './outbound.ts'

/** The addresses that a caller may give with a job. */
export interface JobAddresses {
  readonly backgroundUrl?: string | undefined
  readonly webhookUrl?: string | undefined
}

type Vetted = { readonly [Name in keyof JobAddresses]: string }

/** The addresses as they will be asked for, where each of them may be (see vetAddress). Fails with ADDRESS_REFUSED. */
export async function vetAddresses(addresses: JobAddresses, outbound: Outbound): Promise<Result<Vetted>> {
  const named = { backgroundUrl: 'BACKGROUND_ADDRESS', webhookUrl: 'WEBHOOK_ADDRESS' } as const
  const vetted: { -readonly [Name in keyof Vetted]: string } = {}
  for (const name of ['backgroundUrl', 'webhookUrl'] as const) {
    const address = addresses[name]
    if (address === undefined) continue
    try {
      vetted[name] = (await vetAddress(address, outbound)).href
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error
      return fail(appError('ADDRESS_REFUSED', { what: phrase(named[name]), reason: error.reason }))
    }
  }
  return ok(vetted)
}
