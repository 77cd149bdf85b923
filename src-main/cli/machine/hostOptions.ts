import { z } from 'zod'
import { TranscriptionPlan } from '../plans/planTranscription.ts'

/** What a render host is started with, as JSON in its one argument. */
export const HostOptions = z.object({
  /** The data folder. */
  home: z.string(),
  /** Of the speech server; absent: OpenAI's. */
  baseUrl: z.string().optional(),
  transcription: TranscriptionPlan.optional(),
})
export type HostOptions = z.infer<typeof HostOptions>
