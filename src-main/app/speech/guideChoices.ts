import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '#files/jsonFile.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { GuideChoice } from '#shared/speech/guideChoice.ts'

/** Whom people chose for the guide's names, by the base URL of the speech server. */
export interface GuideChoices {
  readonly of: (server: string) => GuideChoice
  /** Why nothing is chosen although something was: as JsonFile has it. */
  readonly problem: () => AppError | undefined
  /** Fails as JsonFile does. */
  change(server: string, choice: GuideChoice): Promise<Result<void>>
}

const VoicesFile = z.object({ guide: z.record(z.string(), GuideChoice) })

/**
 * The choices in voices.json of the data folder, which the app, the command line and the service share. Read each time,
 * so that what one of them changes counts for the others at once.
 */
export function openGuideChoices(home: string): GuideChoices {
  const open = () => openJsonFile(join(home, 'voices.json'), VoicesFile, { guide: {} })
  return {
    of: (server) => open().value.guide[server] ?? {},
    problem: () => open().problem,
    change: (server, choice) => {
      const file = open()
      return file.change({ guide: { ...file.value.guide, [server]: choice } })
    },
  }
}
