import { scriptLimit } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { CreateJob } from '#shared/job/contract.ts'
import { withBackground } from '#shared/look/look.ts'
import { ownValue } from '#shared/pick.ts'
import { fail } from '#shared/result.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import type { JobService } from '../../jobs/jobService.ts'
import type { LookLibrary } from '../../looks/lookLibrary.ts'
import { resolveNames } from '../../looks/resolveNames.ts'
import type { Handlers } from '../handlers.ts'
import type { VetLook } from '../images/vetLook.ts'

export interface MakeParts {
  readonly service: JobService
  readonly looks: LookLibrary
  readonly vet: VetLook
}

/** Makes a job of what is in the editor: its script with the looks and the images that it names. */
export function createMake({ service, looks, vet }: MakeParts): Handlers['make'] {
  return async ({ script, choices, images = {} }) => {
    if (script.length > scriptLimit)
      return fail(appError('SCRIPT_TOO_LONG', { length: script.length, limit: scriptLimit }))
    if (script === '') return fail(appError('SCRIPT_REQUIRED'))
    const vetted = vet(choices.look)
    if (!vetted.ok) return vetted
    const named = await resolveNames(parseScript(script).segments, {
      findLook: async (name) => (await looks.find(name))?.look,
      findBackground: async (name) => {
        const file = ownValue(images, name)
        return file === undefined ? undefined : { kind: 'picture', file }
      },
    })
    if (!named.ok) return named
    for (const background of Object.values(named.value.backgrounds)) {
      if (background.kind !== 'picture') continue
      const own = vet(withBackground(choices.look, background.file))
      if (!own.ok) return own
    }
    const { lookName: _, format, ...request } = choices
    const job = CreateJob.parse({
      ...request,
      ...named.value,
      script,
      format: choices.kind === 'shorts' ? 'mp4' : format,
    })
    return service.createJob(job)
  }
}
