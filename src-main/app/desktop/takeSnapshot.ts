import type { AppInfo, Snapshot } from '#shared/desktop/appContract.ts'
import type { JobSummary } from '#shared/job/job.ts'
import { ok, type Result } from '#shared/result.ts'
import type { JobService } from '../jobs/jobService.ts'
import type { LookLibrary } from '../looks/lookLibrary.ts'
import type { ApiControl, Updates } from './controls.ts'
import type { EventLine } from './eventLine.ts'
import type { ImportedImages } from './images/importedImages.ts'
import type { Drafts } from './scripts/drafts.ts'
import type { Keys } from './settings/keys.ts'
import type { OpenSettings } from './settings/settings.ts'
import type { VoicePacks } from './voices/voicePacks.ts'

export interface SnapshotParts {
  readonly info: Pick<AppInfo, 'name' | 'version' | 'platform'>
  readonly sample: { readonly script: string }
  readonly line: EventLine
  readonly settings: OpenSettings
  readonly keys: Keys
  readonly service: Pick<JobService, 'listJobs'>
  readonly drafts: Drafts
  /** The draft that was open when the app ended as it should not. */
  readonly suspect: string | undefined
  readonly looks: Pick<LookLibrary, 'list'>
  readonly importedImages: ImportedImages
  readonly api: ApiControl
  readonly updates: Updates
  readonly packs: Pick<VoicePacks, 'states'>
}

/** Everything that a page needs to draw itself. */
export async function takeSnapshot(parts: SnapshotParts): Promise<Result<Snapshot>> {
  const { settings, keys, drafts, api } = parts
  // What happens while this is put together comes after it, so that nothing is missed.
  const { at } = parts.line
  const [jobs, engine, key] = await Promise.all([recentJobs(parts.service), keys.choice.choose(), keys.state()])
  if (!jobs.ok) return jobs
  if (!engine.ok) return engine
  return ok({
    at,
    app: {
      ...parts.info,
      language: settings.language,
      engine: engine.value,
      sample: parts.sample.script,
    },
    settings: settings.value,
    ...(settings.exportFolder !== undefined && { exportFolder: settings.exportFolder }),
    draft: drafts.current,
    previewOff: drafts.current.id === parts.suspect,
    drafts: [...drafts.list],
    jobs: jobs.value,
    api: api.state,
    requests: [...api.requests],
    looks: await parts.looks.list(),
    pictures: [...parts.importedImages.recent],
    key,
    updates: parts.updates.state,
    packs: await parts.packs.states(),
  })
}

/** The newest 100, and all that are unfinished. */
async function recentJobs(service: Pick<JobService, 'listJobs'>): Promise<Result<JobSummary[]>> {
  const newest = await service.listJobs({ limit: 100 })
  if (!newest.ok) return newest
  const byId = new Map(newest.value.jobs.map((job) => [job.id, job]))
  for (let before = newest.value.next; before !== undefined; ) {
    const page = await service.listJobs({ limit: 100, states: ['waiting', 'running'], before })
    if (!page.ok) return page
    for (const job of page.value.jobs) byId.set(job.id, job)
    before = page.value.next
  }
  return ok([...byId.values()])
}
