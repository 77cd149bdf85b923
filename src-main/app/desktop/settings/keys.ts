import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '#files/jsonFile.ts'
import type { KeyStore } from '#ports/KeyStore.ts'
import type { KeyState } from '#shared/desktop/desktop.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type EngineName, engineTaking, openAiBaseUrl } from '#shared/speech/engines.ts'
import type { EngineChoice } from '../../speech/chooseEngine.ts'
import { chooseEngine } from '../../speech/chooseEngine.ts'
import { findKey, type KeyWhereabouts } from '../../speech/findKey.ts'
import { findWholePack } from '../../voices/findWholePack.ts'
import type { Handlers, Publish } from '../handlers.ts'

export interface KeysParts {
  readonly home: string
  readonly keychain: KeyStore
  /** OPENAI_API_KEY, when it is set. */
  readonly environment: string | undefined
  /** Base URL of the speech service; empty: OpenAI's own. */
  readonly speechUrl: () => string
  /** Speaks a word with the openai engine. */
  readonly test: () => Promise<Result<unknown>>
  readonly publish: Publish
}

export interface Keys {
  /** For the speech engine, and for nothing else. */
  readonly read: () => Promise<Result<string | null>>
  readonly state: () => Promise<KeyState>
  readonly choice: EngineChoice
  /** Why it was not known, at the start, whose key it is: as JsonFile has it. */
  readonly problem: AppError | undefined
  /** Looks again, and tells the windows: the address of the service has changed. */
  readonly refresh: () => Promise<unknown>
  readonly handlers: Pick<Handlers, 'setKey' | 'deleteKey' | 'testKey'>
}

const openAi = new URL(openAiBaseUrl).origin
const KeyServer = z.object({ origin: z.string() })

/**
 * The speech service's key. It is sent to the server that it was given for and to no other: whoever changes the address
 * in the settings does not get the key, but must give one of their own.
 */
export function openKeys({ home, keychain, environment, speechUrl, test, publish }: KeysParts): Keys {
  const server = openJsonFile(join(home, 'key-server.json'), KeyServer, { origin: openAi })
  const origin = () => (speechUrl() === '' ? openAi : new URL(speechUrl()).origin)
  const { problem } = server
  // The file said which server the key was given for; without that the key has to be given again.
  if (problem?.code === 'FILE_DAMAGED') void server.change({ origin: '' })
  const isForHere = () => (environment === undefined ? server.value.origin : openAi) === origin()

  async function findKeyForHere(): Promise<KeyWhereabouts> {
    if (environment === undefined && server.problem) return { place: 'nowhere', problem: server.problem }
    if (!isForHere()) return { place: 'nowhere' }
    return findKey(keychain, environment === undefined ? {} : { OPENAI_API_KEY: environment })
  }

  async function state(): Promise<KeyState> {
    const { place, problem } = await findKeyForHere()
    if (problem) return { state: 'unavailable', error: problem }
    return { state: place === 'nowhere' ? 'none' : place }
  }

  function choose(name?: EngineName, voice?: string): Promise<Result<EngineName>> {
    const baseUrl = speechUrl()
    // Whoever names a server of their own wants it used.
    const engine = name ?? engineTaking(baseUrl === '' ? [] : ['baseUrl'])
    return chooseEngine({ engine, baseUrl, voice }, { findKey: findKeyForHere, pack: () => findWholePack(home) })
  }

  async function changed(): Promise<Result<KeyState>> {
    const key = await state()
    publish({ type: 'key', key })
    const engine = await choose()
    if (engine.ok) publish({ type: 'engine', engine: engine.value })
    return ok(key)
  }

  return {
    read: async () => {
      if (environment === undefined && server.problem) return fail(server.problem)
      if (!isForHere()) return ok(null)
      return environment === undefined ? keychain.read() : ok(environment)
    },
    state,
    choice: { choose },
    problem,
    refresh: changed,
    handlers: {
      setKey: async ({ key }) => {
        if (environment !== undefined) return fail(appError('KEY_IN_ENVIRONMENT'))
        if (!/^[\x21-\x7e]+$/.test(key)) return fail(appError('KEY_REFUSED'))
        if (server.problem) return fail(server.problem)
        const set = await keychain.set(key)
        if (!set.ok) return set
        const bound = await server.change({ origin: origin() })
        if (bound.ok) return changed()
        // A key that nobody knows the server of would be sent to the one that the last key was for.
        await keychain.delete()
        return bound
      },
      deleteKey: async () => {
        if (environment !== undefined) return fail(appError('KEY_IN_ENVIRONMENT'))
        const gone = await keychain.delete()
        return gone.ok ? changed() : gone
      },
      testKey: async () => {
        const tested = await test()
        return tested.ok ? ok({}) : tested
      },
    },
  }
}
