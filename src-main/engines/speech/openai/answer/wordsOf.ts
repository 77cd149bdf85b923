/** Fields that hold what went wrong, the likeliest first. */
const names = ['message', 'detail', 'error', 'error_message', 'msg', 'errors', 'reason', 'title', 'description']

/**
 * The words of a refusal: of OpenAI's shape, `{ error: { message } }`, of FastAPI's, `{ detail }` or
 * `{ detail: [{ loc, msg }] }` (the field's name goes before), of others: `{ error: '…' }`, `{ message }`, bare text.
 */
export function wordsOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body.trim() === '' ? undefined : body
  if (typeof body !== 'object' || body === null) return undefined
  if (Array.isArray(body)) {
    const all = body.map(wordsOf).filter((words) => words !== undefined)
    return all.length === 0 ? undefined : all.slice(0, 3).join('; ')
  }
  const fields = new Map(Object.entries(body))
  for (const name of names) {
    const words = wordsOf(fields.get(name))
    if (words) return [placeOf(fields.get('loc')), words].filter(Boolean).join(': ')
  }
  return undefined
}

/** `response_format` of FastAPI's `["body", "response_format"]`. */
const placeOf = (loc: unknown) =>
  Array.isArray(loc) ? loc.filter((part) => part !== 'body' && /^[\w-]+$/.test(String(part))).join('.') : undefined
