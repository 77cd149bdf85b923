import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { flushFile } from '#files/placeFile.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fileError } from '#shared/fileError.ts'
import { type Phrase, phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { PackFile } from '#shared/speech/voicePacks.ts'
import { networkReason } from '../../net/networkReason.ts'
import { get, type Transport } from './openTransport.ts'
import { unfinished } from './unfinished.ts'

/** How long a server is waited for. */
export interface Patience {
  /** Milliseconds in which `least` bytes have to come. */
  readonly silence: number
  readonly least: number
  /** How often a download that broke off goes on by itself, as long as something came each time, and after how many ms. */
  readonly again: number
  readonly pause: number
}

export const usualPatience: Patience = { silence: 30_000, least: 2000, again: 8, pause: 1000 }

export interface FetchParts {
  readonly transport: Transport
  readonly patience: Patience
  readonly signal: AbortSignal
  /** How many bytes of the file are here. */
  readonly told: (bytes: number) => void
}

/**
 * Fetches one file of a pack to `path`, by way of a file beside it (`.part`) that an earlier try may have begun: what is
 * in it is not fetched again. The file appears whole and with the right hash, or not at all. Bytes that are wrong are
 * thrown away; where some of them were an earlier try's, everything is fetched once more. A page that came in place of
 * the file leaves the earlier bytes as they are.
 * Fails with VOICE_PACK_UNREACHABLE, _CUT, _STALLED, _REFUSED, _OTHER_FILE, CANCELLED, or the codes of writing a file.
 */
export async function fetchFile(
  address: string,
  file: PackFile,
  path: string,
  parts: FetchParts,
): Promise<Result<void>> {
  const part = unfinished(path)
  try {
    const begun = await sizeOf(part)
    const fetched = await goOn(address, file, path, parts)
    const isThrownAway = !fetched.ok && fetched.error.code === 'VOICE_PACK_OTHER_FILE' && (await sizeOf(part)) === 0
    return begun > 0 && isThrownAway ? await goOn(address, file, path, parts) : fetched
  } catch (error) {
    return fail(parts.signal.aborted ? appError('CANCELLED') : fileError(error, path))
  }
}

/** Again and again while it breaks off, as long as that brings something: twice in a row in vain is the end. */
async function goOn(address: string, file: PackFile, path: string, parts: FetchParts): Promise<Result<void>> {
  const { again, pause } = parts.patience
  let inVain = 0
  for (let tries = 0; ; tries++) {
    const before = await sizeOf(unfinished(path))
    const fetched = await fetchRest(address, file, path, parts)
    if (fetched.ok || !brokeOff(fetched.error)) return fetched
    inVain = (await sizeOf(unfinished(path))) > before ? 0 : inVain + 1
    // Who was silent all the time has been waited for long enough.
    const isOver = inVain > 1 || (inVain > 0 && fetched.error.code === 'VOICE_PACK_STALLED')
    if (tries >= again || isOver) return fetched
    await wait(pause, undefined, { signal: parts.signal })
  }
}

/** A connection that was kept from the request before may be found closed by the next one: that is no server out of reach. */
function brokeOff({ code, facts }: AppError): boolean {
  if (code === 'VOICE_PACK_UNREACHABLE') return (facts.reason as Phrase).code === 'CONNECTION_BROKEN'
  return code === 'VOICE_PACK_CUT' || code === 'VOICE_PACK_STALLED'
}

/** One request for what is not here yet, and the check of the whole. Rejects with what the file system says. */
async function fetchRest(address: string, file: PackFile, path: string, parts: FetchParts): Promise<Result<void>> {
  const part = unfinished(path)
  let have = await sizeOf(part)
  if (have > file.bytes) {
    await rm(part)
    have = 0
  }
  const hash = createHash('sha256')
  if (have > 0) for await (const bytes of createReadStream(part)) hash.update(bytes as Buffer)
  const received = have < file.bytes ? await receive(address, file, part, { have, hash }, parts) : ok(hash)
  if (!received.ok) return received
  if (received.value.digest('hex') !== file.sha256) {
    await rm(part)
    return fail(appError('VOICE_PACK_OTHER_FILE', { host: hostOf(address), file: file.path }))
  }
  await flushFile(part)
  await rename(part, path)
  return ok(undefined)
}

/** What is in the file already, and the hash of it. */
interface Begun {
  readonly have: number
  readonly hash: Hash
}

/** Appends what is missing of a file; the hash of all that is then in it. Rejects with what the file system says. */
async function receive(
  address: string,
  file: PackFile,
  part: string,
  begun: Begun,
  { transport, patience, signal, told }: FetchParts,
): Promise<Result<Hash>> {
  let { have, hash } = begun
  const url = URL.parse(address)
  if (!url) return fail(unreachable(address, phrase('NO_ADDRESS')))
  const watch = watchFlow(patience)
  const either = AbortSignal.any([signal, watch.signal])
  const why = (error: unknown, host: string, isBegun: boolean): AppError => {
    if (signal.aborted) return appError('CANCELLED')
    const seconds = Math.round(patience.silence / 1000)
    if (watch.signal.aborted) return appError('VOICE_PACK_STALLED', { host, seconds })
    return isBegun ? appError('VOICE_PACK_CUT', { host }, String(error)) : unreachable(host, reasonOf(error))
  }
  try {
    let answer: Awaited<ReturnType<typeof get>>
    try {
      answer = await get(transport, url, have, either)
    } catch (error) {
      return fail(why(error, url.host, false))
    }
    const host = answer.url ? new URL(answer.url).host : url.host
    const other = fail(appError('VOICE_PACK_OTHER_FILE', { host, file: file.path }))
    const rest = restOf(answer, have, file.bytes)
    if (rest === 'refused') {
      return fail(appError('VOICE_PACK_REFUSED', { host, file: file.path, status: answer.status }))
    }
    if (rest === 'shorter') {
      await rm(part, { force: true })
      return other
    }
    if (rest === 'other') return other
    if (rest === 'whole') {
      have = 0
      hash = createHash('sha256')
    }
    const out = await open(part, rest === 'whole' ? 'w' : 'a')
    try {
      told(have)
      const chunks = answer.body![Symbol.asyncIterator]()
      for (;;) {
        const next = await chunks.next().catch((error: unknown) => fail(why(error, host, true)))
        if ('ok' in next) return next
        if (next.done) break
        have += next.value.length
        if (have > file.bytes) break
        watch.came(next.value.length)
        hash.update(next.value)
        await out.writeFile(next.value)
        told(have)
      }
    } finally {
      await out.close()
    }
    if (have === file.bytes) return ok(hash)
    if (have < file.bytes) return fail(appError('VOICE_PACK_CUT', { host }))
    await rm(part)
    return other
  } finally {
    watch.end()
    // Whatever is still on its way is not wanted.
    watch.hangUp()
  }
}

/**
 * What an answer brings: what is missing, the whole file again, or nothing that helps. `shorter`: the server's file ends
 * before ours does, so ours is not of that file.
 */
function restOf(
  { status, headers, body }: Awaited<ReturnType<typeof get>>,
  have: number,
  bytes: number,
): 'rest' | 'whole' | 'other' | 'shorter' | 'refused' {
  if (status === 416 && have > 0) return 'shorter'
  if ((status !== 200 && status !== 206) || !body) return 'refused'
  // A network's own page (`log in here`) comes with status 200.
  if (headers.get('content-type')?.startsWith('text/html')) return 'other'
  if (status === 206) {
    const [, from, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? []
    return Number(from) === have && (total === '*' || Number(total) === bytes) ? 'rest' : 'other'
  }
  const length = headers.get('content-length')
  return length === null || headers.has('content-encoding') || Number(length) === bytes ? 'whole' : 'other'
}

/** Aborts when less than `least` bytes came within `silence` milliseconds. */
function watchFlow({ silence, least }: Patience) {
  const controller = new AbortController()
  let bytes = 0
  const timer = setInterval(() => {
    if (bytes < least) controller.abort()
    bytes = 0
  }, silence)
  return {
    signal: controller.signal,
    came: (length: number) => {
      bytes += length
    },
    end: () => clearInterval(timer),
    hangUp: () => controller.abort(),
  }
}

function reasonOf(error: unknown): Phrase {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message: string }
  // What undici makes of a proxy that opens no way to the server, whatever the proxy said.
  if (cause?.message === 'Request was cancelled.') return phrase('PROXY_REFUSED')
  return cause?.code ? networkReason(cause.code) : words(cause?.message ?? message)
}

const unreachable = (host: string, reason: Phrase) => appError('VOICE_PACK_UNREACHABLE', { host, reason })

const hostOf = (address: string) => URL.parse(address)?.host ?? address

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )
