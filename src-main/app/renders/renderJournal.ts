import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { JobEvent } from '#shared/job/events.ts'
import { upgradeRequest } from '#shared/job/formerForms.ts'
import { JobRequest } from '#shared/job/request.ts'

/**
 * The command line renders by itself, without the job service, which one process has alone. What it does it writes down,
 * line by line, in a journal of the data folder; the service reads on, so that its jobs are listed with all others.
 */
const Begun = z.object({
  type: z.literal('begun'),
  /** Names a folder of the job service. */
  job: z.string().regex(/^\w[\w-]*$/),
  /** The process that renders. */
  pid: z.number().int().positive(),
  // The command line may be of an earlier version than the service.
  request: z.preprocess(upgradeRequest, JobRequest),
})

/** One line of a journal: how the job began first, then what it says. */
export const JournalEntry = z.discriminatedUnion('type', [Begun, ...JobEvent.options])
export type JournalEntry = z.infer<typeof JournalEntry>

export const journalsFolder = (home: string) => join(home, 'renders')

const ending = '.jsonl'
/** The journal of a job; its id is part of no other path. */
export const journalPath = (home: string, job: string) => join(journalsFolder(home), `${job}${ending}`)

/** Ids of the jobs that have a journal. */
export function journaledJobs(home: string): string[] {
  return readdirSync(journalsFolder(home))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
}

/** Milliseconds between two signs of life of a process that says nothing. */
export const heartbeatMs = 5000
