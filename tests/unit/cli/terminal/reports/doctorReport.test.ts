import { expect, test } from 'vitest'
import { describeFindings, type Findings, obstacles } from '#cli/terminal/reports/doctorReport.ts'
import type { SpeaksWith } from '#ports/SpeechEngine.ts'
import { appError, englishSentence } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'

const good: Findings = {
  ffmpeg: ok({
    path: '/opt/ffmpeg',
    source: 'FFMPEG_PATH',
    version: '7.1',
    encoders: new Set(['libx264', 'aac', 'libmp3lame', 'h264_nvenc', 'png']),
    filters: new Set(['ass', 'loop']),
  }),
  spoken: new Map([['builtin', ok(undefined)]]),
  key: { place: 'keychain' },
  home: '/data/pausecut',
  writable: ok(undefined),
  cores: 8,
}
const report = (changed: Partial<Findings> = {}) => describeFindings({ ...good, ...changed }, fakeScreen().screen)
const broken = appError('FFMPEG_BROKEN', { path: '/opt/ffmpeg', reason: words('it lacks ass') })

test('says which ffmpeg it is and what it can do, the voices, where the key is, and the data folder', () => {
  const text = report()
  expect(text).toContain('✓ ffmpeg      /opt/ffmpeg (named by FFMPEG_PATH), version 7.1')
  expect(text).toMatch(/Encoders +libx264, aac, libmp3lame, h264_nvenc; 5 in all/)
  expect(text).toMatch(/Filters +.*\bass\b.*; 2 in all/)
  expect(text).toMatch(/Built-in +voices nova, alloy, echo, fable, onyx, shimmer/)
  expect(text).toMatch(/OpenAI +the key is in the keychain/)
  expect(text).toContain('✓ Data folder /data/pausecut')
  expect(text.trimEnd().split('\n').at(-1)).toBe('Ready to render.')
})

test('no key and no keychain are no obstacle', () => {
  const problem = appError('KEYCHAIN_UNAVAILABLE', { reason: words('there is no D-Bus session') })
  const findings = { ...good, key: { place: 'nowhere', problem } } as const
  expect(obstacles(findings)).toEqual([])
  expect(describeFindings(findings, fakeScreen().screen)).toMatch(/– Keychain +The keychain of this system/)
})

test('what keeps it from rendering is told last, in words', () => {
  const text = report({ ffmpeg: fail(broken) })
  expect(text).toContain('✗ ffmpeg      The ffmpeg at /opt/ffmpeg')
  expect(text.trimEnd().split('\n').at(-1)).toBe(`Not ready to render: ${englishSentence(broken)}`)
})

test('of the natural voice it names the pack and what computes, and a missing pack is no obstacle', () => {
  const spoken = (natural: Result<SpeaksWith>): Findings['spoken'] =>
    new Map<EngineName, Result<SpeaksWith | undefined>>([
      ['builtin', ok(undefined)],
      ['natural', natural],
    ])
  const speaking = report({ spoken: spoken(ok({ pack: 'kokoro', runtime: 'native' })) })
  expect(speaking).toMatch(/✓ Natural +voices af_heart, .*; pack kokoro, the native runtime\n/)
  const slow = report({ spoken: spoken(ok({ pack: 'kokoro-small', runtime: 'wasm', lack: 'no libc\nRequire stack' })) })
  expect(slow).toMatch(/pack kokoro-small, the runtime in WebAssembly, .*\(the native one: no libc\)\n/)
  const missing = fail(appError('VOICE_PACK_MISSING', { name: 'kokoro' }))
  const alone = { ...good, key: { place: 'nowhere' } } as const
  expect(report({ spoken: spoken(missing) })).toMatch(/– Natural +.*`pausecut voices add kokoro`/)
  expect(obstacles({ ...alone, spoken: spoken(missing) })).toEqual([])
  const damaged = appError('VOICE_PACK_DAMAGED', { name: 'kokoro', files: 'onnx/model.onnx' })
  expect(obstacles({ ...alone, spoken: spoken(fail(damaged)) })).toEqual([damaged])
  expect(obstacles({ ...good, spoken: spoken(fail(damaged)) })).toEqual([])
})

test('a built-in voice that is broken is an obstacle only where there is no key', () => {
  const mute = appError('BUILTIN_VOICE_BROKEN', { reason: words('gone') })
  const spoken: Findings['spoken'] = new Map([['builtin', fail(mute)]])
  expect(obstacles({ ...good, spoken })).toEqual([])
  expect(obstacles({ ...good, spoken, key: { place: 'nowhere' } })).toEqual([mute])
  const locked = appError('FOLDER_READ_ONLY', { path: '/data' })
  expect(obstacles({ ...good, ffmpeg: fail(broken), writable: fail(locked) })).toEqual([broken, locked])
})
