import type { VoiceFacts } from '#shared/speech/engines.ts'
import { fetchJson } from './fetchJson.ts'
import { modelsIn, readModelVoices, readVoices } from './readVoices.ts'

/** Models of a server that are asked for their voices each, where it lists none without a model. */
const mostModels = 3
/** What a model is called that speaks. */
const speaks = /tts|speech|voice|kokoro|piper|orpheus|chatterbox|vits|bark|xtts|dia/i

/**
 * Asks a server for its voices, by the addresses that servers have for it: Kokoro-FastAPI and others
 * `/audio/voices` (with `?legacy=true` as it was before 0.4.0), mlx-audio and oMLX the same with `?model=`,
 * openai-edge-tts `/voices`, Speaches its `/models`. Empty where it lists none, or nobody answers. Throws what `signal`
 * was aborted with.
 */
export async function askVoices(
  baseUrl: string,
  key: string | null,
  signal: AbortSignal,
): Promise<readonly VoiceFacts[]> {
  const ask = (path: string) => fetchJson(`${baseUrl}${path}`, key, signal)
  const [plain, models] = await Promise.all([ask('/audio/voices'), ask('/models')])
  const told = readVoices(plain)
  if (told.length > 0) return told
  const ofModels = readModelVoices(models)
  if (ofModels.length > 0) return ofModels
  const ids = modelsIn(models).map(({ id }) => id)
  const asked = ids.toSorted((one, other) => Number(speaks.test(other)) - Number(speaks.test(one))).slice(0, mostModels)
  const paths = [
    '/audio/voices?legacy=true',
    ...asked.map((id) => `/audio/voices?model=${encodeURIComponent(id)}`),
    '/voices',
    '/audio/speech/voices',
  ]
  const answers = await Promise.all(paths.map(ask))
  const lists = answers.map(readVoices)
  // Of a server with several models that speak, the voices of all of them.
  const byModel = readVoices(lists.slice(1, 1 + asked.length).flat())
  return [lists[0] ?? [], byModel, ...lists.slice(1 + asked.length)].find((list) => list.length > 0) ?? []
}
