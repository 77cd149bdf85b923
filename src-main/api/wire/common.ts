import { z } from 'zod'

/** Every error's body, in the API guide's form. */
export const Refusal = z
  .strictObject({ success: z.literal(false), error: z.string() })
  .meta({ id: 'Refusal', description: 'Why the request was refused, and what to do.' })

/** The download routes' errors carry no `success` (API guide, "Direct Download"). */
export const DownloadRefusal = z.strictObject({ error: z.string() }).meta({ id: 'DownloadRefusal' })

export const SessionId = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'As the call that started the job answered it.' })

export const Time = z.iso.datetime()

/** The guide knows three statuses: what waits is processing, what was cancelled has failed. */
export const Status = z.enum(['processing', 'completed', 'failed'])

/** Whole per cents; 100 only when every file is in place. */
export const Progress = z.int().min(0).max(100)

/** What can be told of a job before it is made. */
export const AdviceView = z
  .strictObject({
    message: z.string(),
    segments: z.array(z.int().positive()).optional().meta({ description: 'Absent where it is about all.' }),
  })
  .meta({ id: 'Advice' })
export type AdviceView = z.output<typeof AdviceView>
