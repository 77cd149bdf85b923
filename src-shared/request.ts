import { z } from 'zod'
import { EngineName, Format, JobKind, Speed, scriptLimit, Voice } from './domain.ts'

/** What a job is asked for, whichever way in it came by. Defaults are the API guide's. */
export const JobRequest = z.strictObject({
  kind: JobKind,
  script: z.string().min(1).max(scriptLimit),
  voice: Voice.default('nova'),
  speed: Speed.default(1),
  /** Shorts are always mp4. */
  format: Format.default('mp4'),
  engine: EngineName,
  model: z.string().optional(),
  /** How to speak, for models that take it. */
  instructions: z.string().optional(),
  /** Absolute path of a picture on this machine. */
  background: z.string().optional(),
})
export type JobRequest = z.infer<typeof JobRequest>
