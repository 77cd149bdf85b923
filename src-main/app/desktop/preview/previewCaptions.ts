import type { CaptionRequest } from '#shared/desktop/appContract.ts'
import type { PaintedWindow } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { Handlers } from '../handlers.ts'
import { openLatestOnly } from './latestOnly.ts'

/** Lays out windows away from the main thread, one after the other; fails with CANCELLED only. */
export interface CaptionWorker {
  run(request: CaptionRequest, signal: AbortSignal): Promise<Result<PaintedWindow>>
}

/** A window of a segment's captions, as they are rendered; a later call ends an earlier one. */
export function createPreviewCaptions(worker: CaptionWorker): Handlers['previewCaptions'] {
  const latest = openLatestOnly()
  return (request) => latest.run((signal) => worker.run(request, signal))
}
