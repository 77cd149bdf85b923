/** Seconds that can be chosen: up to a day. */
const longest = 86_400

/**
 * How long a speech server may stay silent, as PAUSECUT_SPEECH_TIMEOUT says in seconds; empty where it says nothing, or
 * nothing that is a number of seconds up to a day.
 * @returns milliseconds
 */
export function speechTimeout(env: NodeJS.ProcessEnv = process.env): { readonly silence?: number } {
  const seconds = Number(env.PAUSECUT_SPEECH_TIMEOUT)
  return seconds > 0 && seconds <= longest ? { silence: seconds * 1000 } : {}
}
