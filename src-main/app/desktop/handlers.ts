import type { z } from 'zod'
import type { AppContract, AppEvent, AppOutput } from '#shared/desktop/appContract.ts'
import type { AppOperation } from '#shared/desktop/operations.ts'
import type { Result } from '#shared/result.ts'

/** What the desktop app's contract promises, as functions; inputs are parsed by its schemas before (see the shell's ipc). */
export type Handlers = {
  readonly [Name in AppOperation]: (input: z.output<AppContract[Name]['input']>) => Promise<Result<AppOutput<Name>>>
}

/** Tells every window what is new. */
export type Publish = (event: AppEvent) => void
