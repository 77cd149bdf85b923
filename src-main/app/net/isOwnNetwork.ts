import { isIP } from 'node:net'
import { isPublicAddress } from './privateAddresses.ts'

/**
 * Whether an address is on this machine or in a private network by what it says itself, without asking DNS: so nobody
 * else's, who might want money.
 */
export function isOwnNetwork(address: string): boolean {
  const host =
    URL.parse(address)
      ?.hostname.replace(/^\[|\]$/g, '')
      .replace(/\.$/, '') ?? ''
  if (isIP(host)) return !isPublicAddress(host)
  return !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host)
}
