import { openAiBaseUrl } from '#shared/speech/engines.ts'

/**
 * The base URL of a server that speaks OpenAI's APIs, in one form however it was written, so that what was bought there
 * is found again; OpenAI's own where none is given.
 */
export function serverAddress(baseUrl = openAiBaseUrl): string {
  return (URL.parse(baseUrl)?.href ?? baseUrl).replace(/\/+$/, '')
}
