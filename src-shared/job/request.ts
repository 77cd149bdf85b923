import { z } from 'zod'
import { Format, JobKind, SubtitleFormat, scriptLimit } from '../domain.ts'
import { Background, Look } from '../look/look.ts'
import { Markup } from '../script/parseScript.ts'
import { SpokenBy } from '../speech/spokenAs.ts'

/** A background that a script names; one at an address is fetched before any speech is bought. */
export const NamedBackground = z.discriminatedUnion('kind', [
  ...Background.options,
  z.strictObject({ kind: z.literal('address'), url: z.string().min(1) }),
])
export type NamedBackground = z.infer<typeof NamedBackground>

/** What a job is asked for, whichever way in it came by. Defaults are the API guide's. */
export const JobRequest = z.strictObject({
  kind: JobKind,
  script: z.string().min(1).max(scriptLimit),
  /** What of the script is taken as formatting. */
  markup: Markup.default('light'),
  spokenAs: SpokenBy,
  /** Shorts are always mp4. */
  format: Format.default('mp4'),
  /** Finished: nothing beside it overrules it. */
  look: Look.prefault({}),
  /** The looks that the script names (`[look: …]`), finished, by their names there. */
  looks: z.record(z.string(), Look).default({}),
  /** The backgrounds that the script names (`[background: …]`), by what is written there. */
  backgrounds: z.record(z.string(), NamedBackground).default({}),
  /** Which subtitle files are written beside each video. */
  subtitles: z.array(SubtitleFormat).default([...SubtitleFormat.options]),
  /** `x264` encodes every picture plainly; `auto` takes the fastest way to the same picture. */
  encoder: z.enum(['auto', 'x264']).default('auto'),
})
export type JobRequest = z.infer<typeof JobRequest>
