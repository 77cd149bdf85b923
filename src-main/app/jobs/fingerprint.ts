import { createHash } from 'node:crypto'

/** The same for two requests that ask for the same, whatever the order of their fields: SHA-256, hexadecimal. */
export function fingerprint(request: unknown): string {
  return createHash('sha256').update(JSON.stringify(request, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1)))
}
