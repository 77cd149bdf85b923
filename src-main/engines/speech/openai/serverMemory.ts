import { type AskedFormat, askedFormats } from '#shared/speech/serverReport.ts'

/** What was learned of a server while the program runs. */
export interface ServerMemory {
  /** The format that it answered in last. */
  format: AskedFormat
  /** Characters that one request may hold, where it refused more. */
  longest: number
  /** Does the work when one of the server's places is free. Throws what `signal` was aborted with while it waits. */
  readonly inPlace: <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>
}

/** @param places requests that the server is asked side by side */
export function openServerMemory(places: number): ServerMemory {
  return { format: askedFormats[0], longest: Number.POSITIVE_INFINITY, inPlace: openPlaces(places) }
}

function openPlaces(places: number): ServerMemory['inPlace'] {
  let free = places
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return async (work, signal) => {
    signal.throwIfAborted()
    if (free > 0) free--
    else await comeOn(waiting, signal)
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

/** Waits in line. */
function comeOn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const enter = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      waiting.splice(waiting.indexOf(enter), 1)
      reject(signal.reason)
    }
    waiting.push(enter)
    signal.addEventListener('abort', leave, { once: true })
  })
}
