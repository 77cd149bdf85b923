import { workerData } from 'node:worker_threads'
import { createLayoutWindow } from '#app/desktop/preview/layoutWindow.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { openSystemFonts } from '#engines/type/systemFonts.ts'
import { serveSteps } from '#engines/workers/serveSteps.ts'

/** What this thread is started with. */
export interface CaptionWorkerData {
  /** The folder of the shipped fonts. */
  readonly fonts: string
}

serveSteps(createLayoutWindow(openTypesetter((workerData as CaptionWorkerData).fonts, openSystemFonts())))
