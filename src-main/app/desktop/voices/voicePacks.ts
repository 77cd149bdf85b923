import type { PackState } from '#shared/desktop/desktop.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { packSize, type VoicePack, voicePacks } from '#shared/speech/voicePacks.ts'
import { addPack } from '../../voices/addPack.ts'
import { findPresence } from '../../voices/findPresence.ts'
import { openDownload } from '../../voices/openDownload.ts'
import { removePack } from '../../voices/removePack.ts'
import type { Handlers, Publish } from '../handlers.ts'

export interface VoicePacksParts {
  readonly home: string
  readonly publish: Publish
  /** A pack came or went: another voice may be the best one now. */
  readonly onChange: () => unknown
  /** Tests bring their own. */
  readonly packs?: readonly VoicePack[]
  readonly env?: NodeJS.ProcessEnv
}

export interface VoicePacks {
  states(): Promise<PackState[]>
  readonly handlers: Pick<Handlers, 'fetchPack' | 'pausePack' | 'removePack'>
  /** Ends what is being fetched; it goes on where it was when somebody asks for it again. */
  close(): Promise<void>
}

/** Milliseconds between two words about how far a download is. */
const pace = 250

/** A download of this app. */
interface Download {
  readonly controller: AbortController
  readonly ended: Promise<void>
  done: number
}

/** Fetches and removes voice packs for the app. */
export function openVoicePacks({ home, publish, onChange, packs = voicePacks, env }: VoicePacksParts): VoicePacks {
  const downloads = new Map<string, Download>()
  const errors = new Map<string, AppError>()
  let order = 0
  let toldAt = 0

  async function stateOf(pack: VoicePack): Promise<PackState> {
    const { name, licence, languages, verified } = pack
    const facts = { name, licence, languages, verified, bytes: packSize(pack) }
    const presence = await findPresence(home, pack)
    // Asked for after the look at the disk, so that a download that began meanwhile counts.
    const download = downloads.get(name)
    if (download) return { ...facts, state: 'fetching', done: download.done }
    const error = errors.get(name)
    return { ...facts, ...presence, ...(error && { error }) }
  }
  const states = () => Promise.all(packs.map(stateOf))

  /** Tells the windows, and never what was true earlier than what they were told before. */
  async function tell(): Promise<void> {
    toldAt = Date.now()
    const mine = ++order
    const now = await states()
    if (mine === order) publish({ type: 'packs', packs: now })
  }

  function begin(pack: VoicePack): void {
    const controller = new AbortController()
    const { signal } = controller
    errors.delete(pack.name)
    const told = (done: number) => {
      const download = downloads.get(pack.name)
      if (!download) return
      download.done = done
      if (Date.now() - toldAt >= pace) void tell()
    }
    const run = async () => {
      const { done } = await findPresence(home, pack)
      told(done)
      const source = openDownload(pack, { signal, ...(env && { env }) })
      const added = await addPack(pack, { home, source, signal, told })
      await source.close()
      downloads.delete(pack.name)
      if (!added.ok && added.error.code !== 'CANCELLED') errors.set(pack.name, added.error)
      await tell()
      if (added.ok) await onChange()
    }
    downloads.set(pack.name, { controller, done: 0, ended: run() })
    void tell()
  }

  async function end(name: string): Promise<void> {
    const download = downloads.get(name)
    download?.controller.abort()
    await download?.ended
  }

  function find(name: string): Result<VoicePack> {
    const pack = packs.find((one) => one.name === name)
    return pack
      ? ok(pack)
      : fail(appError('VOICE_PACK_UNKNOWN', { name, packs: packs.map((one) => one.name).join(', ') }))
  }

  return {
    states,
    handlers: {
      fetchPack: async ({ name }) => {
        const pack = find(name)
        if (!pack.ok) return pack
        if (!downloads.has(name)) begin(pack.value)
        return ok({})
      },
      pausePack: async ({ name }) => {
        await end(name)
        return ok({})
      },
      removePack: async ({ name }) => {
        const pack = find(name)
        if (!pack.ok) return pack
        await end(name)
        const removed = await removePack(home, name)
        errors.delete(name)
        await tell()
        if (!removed.ok) return removed
        if (removed.value) await onChange()
        return ok({})
      },
    },
    close: async () => {
      await Promise.all([...downloads.keys()].map(end))
    },
  }
}
