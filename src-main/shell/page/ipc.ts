import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { z } from 'zod'
import type { Handlers } from '#app/desktop/handlers.ts'
import type { Log } from '#app/log.ts'
import { type AppEvent, appContract } from '#shared/desktop/appContract.ts'
import { channelOf, eventChannel } from '#shared/desktop/bridge.ts'
import type { AppOperation } from '#shared/desktop/operations.ts'
import { appError } from '#shared/errors.ts'
import { fail, type Result } from '#shared/result.ts'
import { appOrigin } from './appProtocol.ts'

export interface Callers {
  /** Whether these are the contents of the app's own window. */
  isOwn(contents: WebContents): boolean
}

/**
 * Answers every operation of the contract, and nothing else: a call counts only when it comes from the main frame of the
 * app's own window while that shows the app's own origin, and when its input fits the operation's schema. Calls wait
 * until there are answers: the page may be quicker than the engines.
 */
export function answerCalls(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Promise<Handlers>,
  callers: Callers,
  log: Log,
): void {
  for (const name of Object.keys(appContract) as AppOperation[]) {
    ipc.handle(channelOf(name), async (event, input: unknown) => {
      if (!isTrusted(event, callers)) {
        log('call refused', { name, origin: event.senderFrame?.origin })
        throw new Error('This call is not allowed here')
      }
      return answer(name, input, await handlers, log)
    })
  }
}

/** Tells a window what is new. */
export function sendEvent(contents: WebContents, event: AppEvent, at: number): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event, at)
}

function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent, callers: Callers): boolean {
  // A frame that navigated away or was destroyed in the meantime is null.
  if (senderFrame === null || senderFrame.parent !== null) return false
  return senderFrame.origin === appOrigin && callers.isOwn(sender)
}

async function answer<Name extends AppOperation>(
  name: Name,
  input: unknown,
  handlers: Handlers,
  log: Log,
): Promise<Result<unknown>> {
  const parsed = appContract[name].input.safeParse(input)
  if (!parsed.success) {
    const detail = z.prettifyError(parsed.error)
    log('call refused', { name, detail })
    return fail(appError('INPUT_REFUSED', {}, detail))
  }
  try {
    // The schema of this very operation has just made it what its answer takes.
    return await (handlers[name] as (input: unknown) => Promise<Result<unknown>>)(parsed.data)
  } catch (error) {
    log('call broke', { name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    return fail(appError('UNEXPECTED'))
  }
}
