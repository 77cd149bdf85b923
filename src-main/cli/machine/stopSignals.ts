import { constants } from 'node:os'

const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Aborts when the person, the system or the closed terminal asks the program to stop. */
export interface StopSignals {
  readonly signal: AbortSignal
  /** 128 and the signal's number once one came (130 for Ctrl-C, 143 for SIGTERM), as shells expect. */
  exitCode(): number | undefined
}

/** Listens for signals. The first stops the work in good order, the second ends the program at once. */
export function stopSignals(): StopSignals {
  const controller = new AbortController()
  let code: number | undefined
  for (const name of stopping) {
    process.on(name, () => {
      if (code !== undefined) process.exit(code)
      code = 128 + constants.signals[name]
      controller.abort()
    })
  }
  return { signal: controller.signal, exitCode: () => code }
}
