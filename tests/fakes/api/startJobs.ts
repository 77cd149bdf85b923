import type { TestApi } from './openTestApi.ts'

export const script =
  "Welcome to today's market update — pause — Apple reported strong earnings today — pause — Looking ahead"

/** Starts a job by the API, and returns its session. */
export async function shorts(api: TestApi, body: object = { script }): Promise<string> {
  const { json } = await api.ask('/api/v1/generate-shorts', { body })
  return String(json.session_id)
}

export async function voiceover(api: TestApi, body: object = {}): Promise<string> {
  const { json } = await api.ask('/api/v1/voiceover/generate', { body: { script, ...body } })
  return String(json.session_id)
}
