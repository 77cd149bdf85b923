import { fork } from 'node:child_process'
import { once } from 'node:events'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { forkVoice, type VoiceProcess, voiceProgram } from '#engines/speech/natural/process/forkVoice.ts'
import { openVoice } from '#engines/speech/natural/process/openVoice.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { writeMadePack } from '#tests/fakes/voice/madePack.ts'

// A real voice process, over a made model with the ports of the real one.

const never = new AbortController().signal
const task = (folder: string, text = 'An apple and the pear.') => ({ folder, text, voice: 'af_heart', speed: 1 })

/** A voice over a new made pack, and the processes that it starts. */
function open({ execArgv = [] as string[], layers = 0 } = {}) {
  const folder = scratch()
  writeMadePack(folder, { layers })
  const processes: VoiceProcess[] = []
  const voice = openVoice((options) => {
    processes.push(forkVoice(options, execArgv))
    return processes.at(-1)!
  }, 1)
  onTestFinished(() => voice.close())
  return { voice, folder, processes }
}

/** Node's options for a process in which importing packages of this name runs this. */
const insteadOf = (name: string, statement: string) => {
  const hooks = `import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => {
      if (name.startsWith('${name}')) { ${statement} }
      return next(name, context)
    } })`
  return ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`]
}

test('a text comes back as sound with the times of its words', async () => {
  const { voice, folder } = open()
  const spoken = unwrap(await voice.speak(task(folder), never))!
  expect(spoken.words.map(({ text }) => text)).toEqual(['An', 'apple', 'and', 'the', 'pear.'])
  expect(spoken.words.every(({ start, end }) => start < end)).toBe(true)
  expect(spoken.samples.some((sample) => Math.abs(sample) > 0.2)).toBe(true)
  expect(voice.loaded).toEqual({ runtime: 'native' })
  expect(await voice.speak(task(folder, '你好 🎉'), never)).toEqual({ ok: true, value: null })
})

test('killed in the middle of a run, it fails that text alone', async () => {
  const { voice, folder, processes } = open({ layers: 2 })
  unwrap(await voice.speak(task(folder), never))
  const long = voice.speak(task(folder, 'An apple and the pear. '.repeat(20)), never)
  processes[0]!.kill()
  expect(await long).toMatchObject({ error: { code: 'VOICE_CRASHED', detail: 'SIGKILL' } })
  expect((await voice.speak(task(folder), never)).ok).toBe(true)
  expect(processes).toHaveLength(2)
})

test('a damaged model is told as that, and spoken with once it is mended', async () => {
  const { voice, folder } = open()
  truncateSync(join(folder, 'onnx', 'model.onnx'), 4000)
  expect(await voice.speak(task(folder), never)).toMatchObject({ error: { code: 'VOICE_BROKEN' } })
  writeMadePack(folder)
  expect((await voice.speak(task(folder), never)).ok).toBe(true)
})

test('where the native runtime does not load, WebAssembly speaks', async () => {
  const { voice, folder, processes } = open({
    execArgv: insteadOf('onnxruntime-node', "throw new Error('no such library')"),
  })
  expect((await voice.speak(task(folder), never)).ok).toBe(true)
  expect(voice.loaded).toEqual({ runtime: 'wasm', lack: 'no such library' })
  expect(processes).toHaveLength(1)
})

test('where neither loads, that is told', async () => {
  const { voice, folder } = open({ execArgv: insteadOf('onnxruntime', "throw new Error('not installed')") })
  const spoken = await voice.speak(task(folder), never)
  expect(spoken).toMatchObject({ error: { code: 'VOICE_NO_RUNTIME', detail: 'not installed' } })
})

test('where loading the native runtime kills the process, another one speaks with WebAssembly', async () => {
  const { voice, folder, processes } = open({
    execArgv: insteadOf('onnxruntime-node', "process.kill(process.pid, 'SIGILL')"),
  })
  expect((await voice.speak(task(folder), never)).ok).toBe(true)
  expect(voice.loaded?.runtime).toBe('wasm')
  expect(processes).toHaveLength(2)
})

test('it ends when who started it is gone', async () => {
  const { folder } = open()
  const child = fork(fileURLToPath(voiceProgram), [JSON.stringify({ folder, threads: 1 })], {
    execArgv: [],
    serialization: 'advanced',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([0, null])
})
