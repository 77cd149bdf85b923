import { expect, test } from 'vitest'
import { replaceAddresses } from '#app/looks/replaceAddresses.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'

const backgrounds = {
  white: { kind: 'solid', colour: '#ffffff' },
  beach: { kind: 'address', url: 'https://example.com/beach.png' },
} as const

test('what is at an address is replaced, by its number among all, and the rest stays', async () => {
  const replaced = await replaceAddresses(backgrounds, async (url, number) =>
    ok({ kind: 'picture', file: `/${number}/${url.length}` }),
  )
  expect(replaced).toEqual({
    ok: true,
    value: { white: backgrounds.white, beach: { kind: 'picture', file: '/2/29' } },
  })
})

test('the first that can not be replaced ends it', async () => {
  expect(await replaceAddresses(backgrounds, async () => fail(appError('CANCELLED')))).toMatchObject({
    error: { code: 'CANCELLED' },
  })
})
