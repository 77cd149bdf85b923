import { basename } from 'node:path'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SpokenText } from '../model/speakText.ts'
import type { StartVoice, VoiceProcess } from './forkVoice.ts'
import { type Loaded, type VoiceOptions, type VoiceOrder, VoiceWord } from './protocol.ts'

/** Milliseconds until something is done about silence. */
export interface Patience {
  /** For a process to load its pack. */
  readonly open: number
  /** For one text, which is half a minute of speech at most. */
  readonly speak: number
  /** How long a process that has nothing to do is kept: it holds half a gigabyte. */
  readonly idle: number
}

const patience: Patience = { open: 180_000, speak: 600_000, idle: 60_000 }

/** What is to be said, and the pack that says it. */
interface VoiceTask extends VoiceOrder {
  /** The pack's folder. */
  readonly folder: string
}

export interface Voice {
  /**
   * Speaks one text; those that are asked for at the same time are spoken one after the other. The value is null where
   * the text holds nothing that the voice can say. Fails with VOICE_BROKEN where the pack can't be used, VOICE_NO_RUNTIME
   * where nothing here can compute it, VOICE_CRASHED where the process dies, VOICE_SILENT where it doesn't answer, or CANCELLED.
   */
  speak(task: VoiceTask, signal: AbortSignal): Promise<Result<SpokenText | null>>
  /** Starts the process before there is something to say. */
  wake(folder: string): void
  /** Which runtime the last process has loaded; undefined before the first one has. */
  readonly loaded: Loaded | undefined
  /** Ends the process; what is waited for comes back as CANCELLED. */
  close(): void
}

interface Waiting {
  readonly task: VoiceTask
  readonly settle: (result: Result<SpokenText | null>) => void
}

interface Running {
  readonly process: VoiceProcess
  readonly options: VoiceOptions
  isReady: boolean
}

/**
 * One process that speaks, started when there is something to say and ended when there has been nothing for a minute.
 * It may be killed in the middle of a word and may die by itself: the next text starts another one. Where it dies while
 * it loads, the native runtime doesn't work here, and the next ones take the other one.
 */
export function openVoice(start: StartVoice, threads: number, { open, speak, idle }: Patience = patience): Voice {
  const waiting: Waiting[] = []
  let now: Waiting | undefined
  let running: Running | undefined
  let timer: NodeJS.Timeout | undefined
  let only: 'wasm' | undefined
  let loaded: Loaded | undefined

  const end = () => {
    const { process } = running ?? {}
    running = undefined
    process?.kill()
  }
  const within = (ms: number, late: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(late, ms).unref()
  }
  const silentFor = (ms: number) => () => {
    end()
    finish(fail(appError('VOICE_SILENT', { seconds: ms / 1000 })))
  }
  /** Waits for what comes next: the process being ready, its answer, or work. */
  const watch = () => {
    if (!running) clearTimeout(timer)
    else if (!running.isReady) within(open, silentFor(open))
    else if (now) within(speak, silentFor(speak))
    else within(idle, end)
    running?.process.hold(now !== undefined)
  }

  function run(folder: string): Running {
    if (running && running.options.folder !== folder) end()
    if (running) return running
    const options: VoiceOptions = { folder, threads, ...(only && { only }) }
    const mine: Running = { process: start(options), options, isReady: false }
    running = mine
    mine.process.hear((word) => {
      if (running === mine) hear(mine, word)
    })
    void mine.process.gone.then((how) => {
      if (running === mine) fallen(mine, how)
    })
    return mine
  }

  function hear(mine: Running, message: unknown): void {
    const said = VoiceWord.safeParse(message)
    if (!said.success) {
      broken(mine, said.error.message)
      return
    }
    const word = said.data
    if (word.type === 'ready') {
      mine.isReady = true
      loaded = { runtime: word.runtime, ...(word.lack !== undefined && { lack: word.lack }) }
      watch()
    } else if (word.type === 'broken' && word.what === 'runtime') {
      end()
      finish(fail(appError('VOICE_NO_RUNTIME', {}, word.detail)))
    } else if (word.type === 'broken') broken(mine, word.detail)
    else finish(ok(word.type === 'silent' ? null : { samples: word.samples, words: word.words }))
  }
  /** What can't load its pack or says what nobody understands is of no use to the next text either. */
  function broken({ options }: Running, detail: string): void {
    end()
    finish(fail(appError('VOICE_BROKEN', { name: basename(options.folder) }, detail)))
  }
  function fallen(mine: Running, how: string): void {
    running = undefined
    // Whoever was killed had no memory, which the other runtime needs more of.
    const isNative = !mine.isReady && mine.options.only === undefined && how !== 'SIGKILL'
    if (isNative) {
      only = 'wasm'
      if (now) say(now)
    } else finish(fail(appError('VOICE_CRASHED', {}, how)))
  }

  function say({ task: { folder, ...order } }: Waiting): void {
    run(folder).process.send(order)
    watch()
  }
  function finish(result: Result<SpokenText | null>): void {
    const done = now
    now = undefined
    done?.settle(result)
    next()
  }
  function next(): void {
    if (now) return
    now = waiting.shift()
    if (now) say(now)
    else watch()
  }
  function cancel(task: Waiting): void {
    const at = waiting.indexOf(task)
    if (at >= 0) waiting.splice(at, 1)
    task.settle(cancelled())
    if (now !== task) return
    now = undefined
    end()
    next()
  }

  return {
    get loaded() {
      return loaded
    },
    wake: (folder) => {
      if (now) return
      run(folder)
      watch()
    },
    speak: (task, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(cancelled())
        const onAbort = () => cancel(mine)
        const mine: Waiting = {
          task,
          settle: (result) => {
            signal.removeEventListener('abort', onAbort)
            resolve(result)
          },
        }
        signal.addEventListener('abort', onAbort, { once: true })
        waiting.push(mine)
        next()
      }),
    close: () => {
      const left = [...(now ? [now] : []), ...waiting.splice(0)]
      now = undefined
      end()
      watch()
      for (const { settle } of left) settle(cancelled())
    },
  }
}

const cancelled = () => fail(appError('CANCELLED'))
