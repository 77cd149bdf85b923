import { expect, test } from 'vitest'
import { appContract } from '#shared/desktop/appContract.ts'
import { appOwnOperations, serviceOperations } from '#shared/desktop/operations.ts'
import { contract } from '#shared/job/contract.ts'

test('the page can ask for what is listed, and for nothing else', () => {
  expect(Object.keys(appContract).toSorted()).toEqual([...serviceOperations, ...appOwnOperations].toSorted())
})

test('what is handed on to the job service has the job service’s own schemas', () => {
  for (const name of serviceOperations) expect(appContract[name]).toBe(contract[name])
})
