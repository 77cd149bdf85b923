// @ts-check
// The way to the server. The token stays in this page's memory.

let token = ''

/** @param {string} given */
export function useToken(given) {
  token = given
}

export const hasToken = () => token !== ''

/** @returns {Record<string, string>} */
export const authorization = () => (token === '' ? {} : { authorization: `Bearer ${token}` })

/**
 * @param {string} url
 * @param {RequestInit} [options]
 */
export function ask(url, options = {}) {
  return fetch(url, { ...options, headers: { ...authorization(), ...options.headers } })
}

/**
 * Server-sent events as they come, in order, until the stream ends.
 *
 * @param {Response} response
 * @returns {AsyncGenerator<{ text: string, data?: Record<string, unknown> }>}
 */
export async function* events(response) {
  if (!response.body) return
  let rest = ''
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const whole = (rest + piece).split('\n\n')
    rest = whole.pop() ?? ''
    for (const text of whole) {
      const data = /^data: (.*)$/m.exec(text)?.[1]
      yield data === undefined ? { text } : { text, data: JSON.parse(data) }
    }
  }
}
