import type { Retention } from '#app/jobs/sweepJobs.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { planBaseUrl, planEngine } from './planEngine.ts'
import { planTranscription, type TranscriptionFlags, type TranscriptionPlan } from './planTranscription.ts'

/** The flags of `pausecut serve` as they were typed. */
export interface ServeFlags extends TranscriptionFlags {
  readonly port: string
  readonly host: string
  readonly publicUrl?: string
  readonly token?: string
  readonly tokenFromKeychain?: boolean
  readonly engine?: string
  readonly baseUrl?: string
  readonly concurrency: string
  readonly queue: string
  readonly allowHost: readonly string[]
  readonly retention: string
  readonly retentionSize: string
  readonly verbose?: boolean
}

/** What they mean. */
export interface ServePlan {
  readonly port: number
  readonly host: string
  /** An origin: `https://shorts.example`. */
  readonly publicUrl?: string
  readonly token?: string
  readonly tokenFromKeychain: boolean
  readonly engine?: EngineName
  readonly baseUrl?: string
  readonly transcription?: TranscriptionPlan
  readonly concurrency: number
  readonly queueLimit: number
  readonly allowHosts: readonly string[]
  readonly retention: Retention
}

/** Checks the flags and fills in what was not typed. Every failure is wrong use. */
export function planServe(flags: ServeFlags, env: NodeJS.ProcessEnv = process.env): Result<ServePlan> {
  const port = wholeNumber(flags.port, 0, 65_535)
  if (port === undefined) return wrong(`'${flags.port}' is no port; use a number from 0 (any free one) to 65535.`)
  const concurrency = wholeNumber(flags.concurrency, 1, 64)
  if (concurrency === undefined) return wrong(`--concurrency takes a number from 1 to 64, not '${flags.concurrency}'.`)
  const queueLimit = wholeNumber(flags.queue, 1, 100_000)
  if (queueLimit === undefined) return wrong(`--queue takes a number from 1 to 100000, not '${flags.queue}'.`)
  const age = amount(flags.retention, ages)
  if (age === undefined) return wrong(`--retention takes a time such as 12h, 30d or 8w, not '${flags.retention}'.`)
  const size = amount(flags.retentionSize, sizes)
  if (size === undefined)
    return wrong(`--retention-size takes a size such as 500MB or 20GB, not '${flags.retentionSize}'.`)
  // The engine is only what jobs take that name none: others may still speak through the server.
  const engine = planEngine(flags.engine === undefined ? flags : { engine: flags.engine })
  if (!engine.ok) return engine
  // The same server as `render` has here, so that speech which one has bought is there for the other.
  const baseUrl = planBaseUrl(flags, undefined, env)
  if (!baseUrl.ok) return baseUrl
  if (flags.token !== undefined && !/^[\x21-\x7e]+$/.test(flags.token))
    return wrong('A token has no spaces and nothing but ASCII characters; choose another.')
  if (flags.token !== undefined && flags.tokenFromKeychain)
    return wrong('--token and --token-from-keychain exclude each other; leave one out.')
  const transcription = planTranscription(flags, baseUrl.value)
  if (!transcription.ok) return transcription
  const publicUrl = flags.publicUrl === undefined ? undefined : originOf(flags.publicUrl)
  if (publicUrl === null)
    return wrong(`--public-url takes an address such as https://shorts.example, not '${flags.publicUrl}'.`)
  const strange = flags.allowHost.find((host) => !isHost(host))
  if (strange !== undefined)
    return wrong(`--allow-host takes a name or an address such as n8n.local, not '${strange}'.`)
  return ok({
    port,
    host: flags.host,
    ...(publicUrl && { publicUrl }),
    ...(flags.token === undefined ? {} : { token: flags.token }),
    tokenFromKeychain: flags.tokenFromKeychain === true,
    ...(engine.value && { engine: engine.value }),
    ...(baseUrl.value && { baseUrl: baseUrl.value }),
    ...(transcription.value && { transcription: transcription.value }),
    concurrency,
    queueLimit,
    allowHosts: flags.allowHost,
    retention: { age, size },
  })
}

const hour = 60 * 60 * 1000
const ages = { h: hour, d: 24 * hour, w: 7 * 24 * hour }
const sizes = { MB: 1e6, GB: 1e9, TB: 1e12 }

/** `30d` by its unit; undefined when it is none. */
function amount(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?) ?([a-z]+)$/i.exec(text.trim()) ?? []
  const factor = Object.entries(units).find(([name]) => name.toLowerCase() === unit.toLowerCase())?.[1]
  return factor === undefined ? undefined : Number(count) * factor
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** The origin of a web address that names nothing more; null for anything else. */
function originOf(text: string): string | null {
  const url = URL.parse(text)
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  return isOrigin ? url.origin : null
}

/** A host alone, without scheme, port or path. */
function isHost(text: string): boolean {
  const url = URL.parse(`http://${text.includes(':') && !text.startsWith('[') ? `[${text}]` : text}/`)
  return url !== null && url.port === '' && url.pathname === '/' && url.username === '' && text !== ''
}

const wrong = (reason: string) => fail(appError('REQUEST_INVALID', { reason: words(reason) }))
