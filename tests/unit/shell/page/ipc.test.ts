import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import type { Handlers } from '#app/desktop/handlers.ts'
import { appContract } from '#shared/desktop/appContract.ts'
import { channelOf } from '#shared/desktop/bridge.ts'
import { ok } from '#shared/result.ts'
import { answerCalls } from '#shell/page/ipc.ts'

type Handler = (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>

const own = { id: 1 } as WebContents
const mainFrame = { origin: 'app://bundle', parent: null } as WebFrameMain

function open(handlers: Partial<Handlers> = {}) {
  const registered = new Map<string, Handler>()
  const log: string[] = []
  const ipc = { handle: (channel: string, handler: unknown) => void registered.set(channel, handler as Handler) }
  const isOwn = (contents: WebContents) => contents === own
  answerCalls(ipc, Promise.resolve(handlers as Handlers), { isOwn }, (what) => log.push(what))
  const call = (name: keyof Handlers, input: unknown, event: Partial<IpcMainInvokeEvent> = {}) =>
    registered.get(channelOf(name))!({ sender: own, senderFrame: mainFrame, ...event } as IpcMainInvokeEvent, input)
  return { registered, log, call }
}

test('there is one channel for each operation of the contract, and no other', () => {
  const { registered } = open()
  expect([...registered.keys()].sort()).toEqual(
    Object.keys(appContract)
      .map((name) => `pausecut:${name}`)
      .sort(),
  )
})

test('an answer gets its input as the schema parsed it', async () => {
  const seen: unknown[] = []
  const { call } = open({
    library: async (input) => {
      seen.push(input)
      return ok({ entries: [] })
    },
  })
  expect(await call('library', {})).toEqual(ok({ entries: [] }))
  expect(seen).toEqual([{ search: '', limit: 24 }])
})

test.each<[string, Partial<IpcMainInvokeEvent>]>([
  ['another origin', { senderFrame: { ...mainFrame, origin: 'app://bundle.evil' } as WebFrameMain }],
  ['a web page', { senderFrame: { ...mainFrame, origin: 'https://bundle' } as WebFrameMain }],
  ['a file', { senderFrame: { ...mainFrame, origin: 'file://' } as WebFrameMain }],
  ['an origin that is none', { senderFrame: { ...mainFrame, origin: 'null' } as WebFrameMain }],
  ['a frame within the page', { senderFrame: { ...mainFrame, parent: mainFrame } as WebFrameMain }],
  ['a frame that is gone', { senderFrame: null }],
  ['contents of another window', { sender: { id: 2 } as WebContents }],
])('%s is refused before anything is looked at', async (_, event) => {
  const { call, log } = open({ copyText: () => expect.fail('it was answered') })
  await expect(call('copyText', { text: 'x' }, event)).rejects.toThrow('This call is not allowed here')
  expect(log).toEqual(['call refused'])
})

test.each([
  ['no input', undefined],
  ['a field too many', { text: 'x', more: 1 }],
  ['another type', { text: 1 }],
  ['far too much', { text: 'x'.repeat(100_001) }],
])('%s does not reach the answer', async (_, input) => {
  const { call } = open({ copyText: () => expect.fail('it was answered') })
  expect(await call('copyText', input)).toMatchObject({ ok: false, error: { code: 'INPUT_REFUSED' } })
})

test('what nobody expected is logged, and the page learns nothing of it', async () => {
  const { call, log } = open({
    copyText: () => {
      throw new Error('secret details')
    },
  })
  const answer = await call('copyText', { text: 'x' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'UNEXPECTED' } })
  expect(JSON.stringify(answer)).not.toContain('secret')
  expect(log).toEqual(['call broke'])
})
