import type { JobKind } from '#shared/domain.ts'

/** The path of a finished file. */
export const fileUrl = (downloadName: string) => `/download-voiceover/${encodeURIComponent(downloadName)}`

/** The path of a job's status. */
export const statusUrl = (kind: JobKind, id: string) =>
  kind === 'shorts' ? `/api/v1/shorts-status/${id}` : `/api/v1/voiceover/status/${id}`
