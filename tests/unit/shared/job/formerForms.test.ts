import { expect, test } from 'vitest'
import { Choices } from '#shared/desktop/settings.ts'
import { upgradeChoices, upgradeRequest } from '#shared/job/formerForms.ts'
import { JobRequest } from '#shared/job/request.ts'

test('a request as earlier versions kept it says the same today', () => {
  const former = {
    ...{ kind: 'shorts', script: 'One.', voice: 'onyx', speed: 1.2, format: 'mp4', engine: 'openai' },
    ...{ model: 'tts-1', instructions: 'Calmly.', background: '/a.png', captions: 'boxed' },
    ...{ look: { dim: 0.5, captions: { place: 'top' } }, subtitles: ['srt'], encoder: 'x264' },
  }
  expect(JobRequest.parse(upgradeRequest(former))).toEqual(
    JobRequest.parse({
      ...{ kind: 'shorts', script: 'One.', format: 'mp4', subtitles: ['srt'], encoder: 'x264' },
      spokenAs: { voice: 'onyx', speed: 1.2, engine: 'openai', model: 'tts-1', instructions: 'Calmly.' },
      look: {
        dim: 0.5,
        background: { kind: 'picture', file: '/a.png' },
        captions: { place: 'top', preset: 'boxed' },
      },
    }),
  )
})

test('what was left out has its default, and what nobody checked then does not stop it now', () => {
  const instructions = 'word '.repeat(2000)
  const former = { kind: 'voiceover', script: 'One.', engine: 'builtin', model: '', instructions, look: {} }
  expect(JobRequest.parse(upgradeRequest(former)).spokenAs).toEqual({
    ...{ voice: 'nova', speed: 1, engine: 'builtin' },
    instructions: instructions.slice(0, 4096),
  })
})

test('today’s forms stay as they are, and so does what is none', () => {
  const request = JobRequest.parse({ kind: 'shorts', script: 'One.', spokenAs: { engine: 'builtin' } })
  expect(upgradeRequest(request)).toBe(request)
  for (const other of [undefined, null, 7, 'text', []]) {
    expect(upgradeRequest(other)).toEqual(other)
    expect(upgradeChoices(other)).toEqual(other)
  }
})

test('the choices of a draft', () => {
  const choices = { kind: 'shorts', voice: 'echo', speed: 0.9, lookName: 'paper', look: { dim: 0.1 } }
  const upgraded = upgradeChoices({ id: 'a', choices }) as { choices: unknown }
  expect(upgraded).toMatchObject({ id: 'a' })
  expect(Choices.parse(upgraded.choices)).toMatchObject({
    spokenAs: { voice: 'echo', speed: 0.9 },
    lookName: 'paper',
    look: { dim: 0.1 },
  })
})
