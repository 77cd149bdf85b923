import { z } from 'zod'
import { EngineName, Format, JobKind, Speed, SubtitleFormat, scriptLimit, Voice } from '../domain.ts'
import { CaptionPreset, Look } from '../look/look.ts'

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
  /** Absolute path of a picture on this machine; it takes the place of the look's own background. */
  background: z.string().optional(),
  look: Look.prefault({}),
  /** Takes the place of the look's own caption preset. */
  captions: CaptionPreset.optional(),
  /** Which subtitle files are written beside each video. */
  subtitles: z.array(SubtitleFormat).default([...SubtitleFormat.options]),
  /** `x264` encodes every picture plainly; `auto` takes the fastest way to the same picture. */
  encoder: z.enum(['auto', 'x264']).default('auto'),
})
export type JobRequest = z.infer<typeof JobRequest>
