import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allRoutes } from '#api/allRoutes.ts'
import { ShortsRequest, VoiceoverRequest } from '#api/wire/requests.ts'
import { createProgram } from '#cli/program.ts'
import { captionChoices } from '#shared/look/captionPresets.ts'
import { guide, guideEndpoints } from '#tests/fakes/api/apiGuide.ts'

// What docs/api.md says beyond the guide must not drift away from what there is.

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

test('every flag of serve is in its usage, with its default', () => {
  const usage = /```\npausecut serve [^`]+```/.exec(page)?.[0] ?? ''
  const serve = createProgram(() => {}).commands.find((command) => command.name() === 'serve')
  const flags = serve?.options.filter(({ long }) => long !== '--help') ?? []
  expect(flags.length).toBeGreaterThan(10)
  for (const { long, defaultValue } of flags) {
    const said = typeof defaultValue === 'string' ? `${long} ${defaultValue}` : long
    expect(usage).toContain(said)
  }
  for (const [flag] of usage.matchAll(/--[a-z-]+/g)) expect(flags.map(({ long }) => long)).toContain(flag)
})

test('every call beyond the guide is in it', () => {
  const inGuide = guideEndpoints().map(({ path }) => path)
  for (const { path } of allRoutes) {
    if (inGuide.includes(path.replace('*}', '}')) || path.startsWith('/download-voiceover')) continue
    const said = path.replace('{session_id}', '{id}').replace('{delivery_id}', '{delivery}')
    const ending = said.replace('/api/v1/jobs/{id}', '')
    expect(page.includes(said) || page.includes(`\`${ending}\``), path).toBe(true)
  }
})

test('every field beyond the guide is in it', () => {
  const fields = new Set([...Object.keys(ShortsRequest.shape), ...Object.keys(VoiceoverRequest.shape)])
  for (const field of fields) expect(guide.includes(`\`${field}\``) || page.includes(`\`${field}\``), field).toBe(true)
})

test('every preset of captions is in it', () => {
  const row = /^\| `captions` .*$/m.exec(page)?.[0] ?? ''
  expect([...row.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(['captions', ...captionChoices])
})
