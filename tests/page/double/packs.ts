import type { PackState } from '#shared/desktop/desktop.ts'
import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { ok } from '#shared/result.ts'
import { packSize, voicePacks } from '#shared/speech/voicePacks.ts'
import { options, tell, wait } from './state.ts'

// Voice packs of the double: a download takes a second, and goes on only while it is let (`?pack=`):
// `begun`, `whole` and `damaged` say what is here at first; the server of `fails` is not reached at the first try, and that
// of `held` sends nothing more after a third, until the download was paused once.

const first = (options.get('pack') ?? 'absent') as PackState['state'] | 'fails' | 'held'

const states: PackState[] = voicePacks.map((pack, index) => {
  const { name, licence, languages, verified } = pack
  const bytes = packSize(pack)
  const state = index > 0 || first === 'fails' || first === 'held' ? 'absent' : first
  const done = { absent: 0, begun: bytes / 3, fetching: 0, damaged: bytes - 522_240, whole: bytes }[state]
  return { name, licence, languages, verified, bytes, state, done: Math.round(done) }
})

export const packStates = () => structuredClone(states)

const find = (name: string) => states.find((pack) => pack.name === name)!
let fails = first === 'fails'
let held = first === 'held'

function change(name: string, { error, ...changes }: Partial<PackState>): void {
  const pack = find(name)
  delete pack.error
  Object.assign(pack, changes, error && { error })
  tell({ type: 'packs', packs: packStates() })
}

async function run(name: string): Promise<void> {
  while (find(name).state === 'fetching') {
    await wait(100)
    const { state, done, bytes } = find(name)
    if (state !== 'fetching') return
    if (held && done > bytes / 3) continue
    if (fails && done > bytes / 3) {
      fails = false
      const error = appError('VOICE_PACK_UNREACHABLE', { host: 'github.com', reason: phrase('NO_NETWORK') })
      return change(name, { state: 'begun', error })
    }
    const now = Math.min(bytes, Math.round(done + bytes / 10))
    change(name, now < bytes ? { done: now } : { done: now, state: 'whole' })
  }
}

export const packOperations = {
  fetchPack: async ({ name }: { name: string }) => {
    change(name, { state: 'fetching' })
    void run(name)
    return ok({})
  },
  pausePack: async ({ name }: { name: string }) => {
    held = false
    change(name, { state: 'begun' })
    return ok({})
  },
  removePack: async ({ name }: { name: string }) => {
    change(name, { state: 'absent', done: 0 })
    return ok({})
  },
}
