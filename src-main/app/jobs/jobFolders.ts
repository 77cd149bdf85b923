import { join } from 'node:path'

/** Everything that the job service keeps in files lies below this folder; nothing else does. */
export const jobsRoot = (home: string) => join(home, 'jobs')

/** All of one job: gone when the job goes. */
export const jobRoot = (home: string, id: string) => join(jobsRoot(home), id)

/** The finished files of one job. */
export const filesFolder = (home: string, id: string) => join(jobRoot(home, id), 'files')

/** Stills of a job's videos for lists of them. */
export const stillsFolder = (home: string, id: string) => join(jobRoot(home, id), 'stills')

/** What one job needs while it runs: speech, pictures, the fetched background. Gone when it is complete. */
export const workFolder = (home: string, id: string) => join(jobRoot(home, id), 'work')
