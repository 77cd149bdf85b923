import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StartVoice } from '#engines/speech/natural/process/forkVoice.ts'
import { openVoice } from '#engines/speech/natural/process/openVoice.ts'
import type { VoiceOptions, VoiceOrder, VoiceWord } from '#engines/speech/natural/process/protocol.ts'

// The engine's side of a voice process, over processes that do what the test says.

/** A process that was started: what it was told, and its end of the line. */
interface Started {
  readonly options: VoiceOptions
  readonly orders: VoiceOrder[]
  say(word: VoiceWord | object): void
  die(how: string): void
  killed: boolean
  held: boolean
}

let all: Started[]
beforeEach(() => {
  all = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

const start: StartVoice = (options) => {
  const listeners: ((word: unknown) => void)[] = []
  let die: (how: string) => void = () => {}
  const gone = new Promise<string>((resolve) => {
    die = resolve
  })
  const orders: VoiceOrder[] = []
  const started: Started = {
    options,
    orders,
    die,
    say: (word) => {
      for (const hear of listeners) hear(word)
    },
    killed: false,
    held: true,
  }
  all.push(started)
  return {
    gone,
    send: (order) => void orders.push(order),
    hear: (listener) => void listeners.push(listener),
    kill: () => {
      started.killed = true
      die('SIGKILL')
    },
    hold: (on) => {
      started.held = on
    },
  }
}

const never = new AbortController().signal
const task = (text: string, folder = '/packs/kokoro') => ({ text, folder, voice: 'af_heart', speed: 1 })
const ready = { type: 'ready', runtime: 'native' } as const
const spoken = { type: 'spoken', samples: new Float32Array(10), words: [] } as const

test('texts are spoken one after the other by one process', async () => {
  const voice = openVoice(start, 2)
  const [one, other] = [voice.speak(task('one'), never), voice.speak(task('two'), never)]
  expect(all).toHaveLength(1)
  expect(all[0]!.options).toEqual({ folder: '/packs/kokoro', threads: 2 })
  expect(all[0]!.orders.map(({ text }) => text)).toEqual(['one'])
  all[0]!.say(ready)
  all[0]!.say(spoken)
  expect(await one).toEqual({ ok: true, value: { samples: new Float32Array(10), words: [] } })
  expect(all[0]!.orders.map(({ text }) => text)).toEqual(['one', 'two'])
  all[0]!.say({ type: 'silent' })
  expect(await other).toEqual({ ok: true, value: null })
  expect(voice.loaded).toEqual({ runtime: 'native' })
})

test('who stops waiting ends the process, and the next text has another one', async () => {
  const voice = openVoice(start, 1)
  const controller = new AbortController()
  const [one, other] = [voice.speak(task('one'), controller.signal), voice.speak(task('two'), never)]
  all[0]!.say(ready)
  controller.abort()
  expect(await one).toMatchObject({ error: { code: 'CANCELLED' } })
  expect(all[0]!.killed).toBe(true)
  expect(all[1]!.orders.map(({ text }) => text)).toEqual(['two'])
  all[1]!.say(ready)
  all[1]!.say(spoken)
  expect((await other).ok).toBe(true)
})

test('who stops waiting before it is his turn disturbs nobody', async () => {
  const voice = openVoice(start, 1)
  const controller = new AbortController()
  const [one, other] = [voice.speak(task('one'), never), voice.speak(task('two'), controller.signal)]
  controller.abort()
  expect(await other).toMatchObject({ error: { code: 'CANCELLED' } })
  expect(await voice.speak(task('three'), AbortSignal.abort())).toMatchObject({ error: { code: 'CANCELLED' } })
  all[0]!.say(ready)
  all[0]!.say(spoken)
  expect((await one).ok).toBe(true)
  expect(all.map(({ killed, orders }) => [killed, orders.length])).toEqual([[false, 1]])
})

test('a process that dies while it speaks fails that text, and the next one has another', async () => {
  const voice = openVoice(start, 1)
  const [one, other] = [voice.speak(task('one'), never), voice.speak(task('two'), never)]
  all[0]!.say(ready)
  all[0]!.die('SIGSEGV')
  expect(await one).toMatchObject({ error: { code: 'VOICE_CRASHED', detail: 'SIGSEGV' } })
  all[1]!.say(ready)
  all[1]!.say(spoken)
  expect((await other).ok).toBe(true)
})

test('where it dies while it loads the native runtime, the same text is spoken with the other one', async () => {
  const voice = openVoice(start, 1)
  const one = voice.speak(task('one'), never)
  all[0]!.die('SIGILL')
  await vi.waitFor(() => expect(all).toHaveLength(2))
  expect(all[1]!.options).toMatchObject({ only: 'wasm' })
  expect(all[1]!.orders).toHaveLength(1)
  all[1]!.say({ type: 'ready', runtime: 'wasm' })
  all[1]!.say(spoken)
  expect((await one).ok).toBe(true)
  // It is not tried again, and dying with the other one is a failure.
  const other = voice.speak(task('two'), never)
  all[1]!.die('SIGABRT')
  expect(await other).toMatchObject({ error: { code: 'VOICE_CRASHED' } })
  void voice.speak(task('three'), never)
  expect(all[2]!.options).toMatchObject({ only: 'wasm' })
})

test('killed while it loads, it lacked memory, and the other runtime would too', async () => {
  const voice = openVoice(start, 1)
  const one = voice.speak(task('one'), never)
  all[0]!.die('SIGKILL')
  expect(await one).toMatchObject({ error: { code: 'VOICE_CRASHED' } })
})

test.each([
  { type: 'broken', what: 'pack', detail: 'no protobuf' },
  { type: 'spoken', samples: [1, 2] },
  { nonsense: true },
])('a process that can not use its pack, or says what nobody understands, is ended: %j', async (word) => {
  const voice = openVoice(start, 1)
  const one = voice.speak(task('one'), never)
  all[0]!.say(word)
  expect(await one).toMatchObject({ error: { code: 'VOICE_BROKEN', facts: { name: 'kokoro' } } })
  expect(all[0]!.killed).toBe(true)
})

test('where no runtime loads that is told, and not blamed on the pack', async () => {
  const voice = openVoice(start, 1)
  const one = voice.speak(task('one'), never)
  all[0]!.say({ type: 'broken', what: 'runtime', detail: 'no wasm' })
  expect(await one).toMatchObject({ error: { code: 'VOICE_NO_RUNTIME', detail: 'no wasm' } })
})

test('a process that does not answer is ended, while it loads and while it speaks', async () => {
  const voice = openVoice(start, 1, { open: 3000, speak: 5000, idle: 1000 })
  const one = voice.speak(task('one'), never)
  await vi.advanceTimersByTimeAsync(3000)
  expect(await one).toMatchObject({ error: { code: 'VOICE_SILENT', facts: { seconds: 3 } } })
  const other = voice.speak(task('two'), never)
  all[1]!.say(ready)
  await vi.advanceTimersByTimeAsync(4999)
  expect(all[1]!.killed).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await other).toMatchObject({ error: { code: 'VOICE_SILENT', facts: { seconds: 5 } } })
  expect(all.map(({ killed }) => killed)).toEqual([true, true])
})

test('a process with nothing to do keeps nobody, and is ended after a while', async () => {
  const voice = openVoice(start, 1, { open: 3000, speak: 5000, idle: 1000 })
  voice.wake('/packs/kokoro')
  expect(all[0]).toMatchObject({ held: false, killed: false })
  all[0]!.say(ready)
  const one = voice.speak(task('one'), never)
  expect(all[0]!.held).toBe(true)
  all[0]!.say(spoken)
  await one
  expect(all[0]!.held).toBe(false)
  await vi.advanceTimersByTimeAsync(1000)
  expect(all[0]!.killed).toBe(true)
  expect(all).toHaveLength(1)
})

test('another pack is another process', async () => {
  const voice = openVoice(start, 1)
  voice.wake('/packs/kokoro-small')
  all[0]!.say(ready)
  void voice.speak(task('one'), never)
  expect(all.map(({ killed, options }) => [killed, options.folder])).toEqual([
    [true, '/packs/kokoro-small'],
    [false, '/packs/kokoro'],
  ])
})

test('closed, it ends its process and leaves nobody waiting', async () => {
  const voice = openVoice(start, 1)
  const [one, other] = [voice.speak(task('one'), never), voice.speak(task('two'), never)]
  voice.close()
  expect(await Promise.all([one, other])).toMatchObject([
    { error: { code: 'CANCELLED' } },
    { error: { code: 'CANCELLED' } },
  ])
  expect(all.map(({ killed }) => killed)).toEqual([true])
})
