import { expect, test } from 'vitest'
import { patientFetch } from '#engines/speech/openai/patientFetch.ts'

test('Node’s own fetch serves where its five minutes are enough', async () => {
  expect(await patientFetch(180_000)).toEqual({})
})

test('beyond them one patient agent serves all requests', async () => {
  const [one, other] = await Promise.all([patientFetch(600_000), patientFetch(86_400_000)])
  expect(one.fetch).toBeTypeOf('function')
  expect(one.fetchOptions).toMatchObject({ dispatcher: expect.anything() })
  expect(Reflect.get(one.fetchOptions ?? {}, 'dispatcher')).toBe(Reflect.get(other.fetchOptions ?? {}, 'dispatcher'))
})
