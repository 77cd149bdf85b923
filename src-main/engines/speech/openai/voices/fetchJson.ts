/** Bytes that an answer may have; the longest list that is known has 400,000. */
const largest = 4 * 2 ** 20
/** Milliseconds for one question, its answer included. */
const patience = 4_000
/** Redirects that are followed, on the same host: FastAPI sends `/voices` to `/voices/`. */
const mostRedirects = 2

/**
 * Asks for JSON; undefined where the answer is no success, no JSON, too large or too late, or redirects to another
 * origin, which the key must not follow. Throws what `signal` was aborted with.
 * @param key null where there is none
 */
export async function fetchJson(address: string, key: string | null, signal: AbortSignal): Promise<unknown> {
  try {
    let url = new URL(address)
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { accept: 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      })
      const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (to === null) return response.ok ? JSON.parse(await readBounded(response)) : await drop(response)
      await drop(response)
      const next = new URL(to, url)
      if (next.origin !== url.origin) return undefined
      url = next
    }
    return undefined
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

async function drop(response: Response): Promise<undefined> {
  await response.body?.cancel()
  return undefined
}

/** Throws where there is more. */
async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largest) throw new Error('Too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size).toString()
}
