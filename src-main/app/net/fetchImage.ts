import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { placeFile } from '#files/placeFile.ts'
import { appError } from '#shared/errors.ts'
import { type Phrase, phrase, sayPhrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { readPictureFacts } from './imageFacts.ts'
import { networkReason } from './networkReason.ts'
import { AddressRefused, type Outbound, parseAddress, send } from './outbound.ts'

const mostBytes = 20 * 1024 * 1024
const mostMegapixels = 100
const mostRedirects = 3
const usualTimeoutMs = 15_000

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Fetches a picture into `folder` and returns its path. It must be a PNG, JPEG or WebP by its first bytes, of at most
 * 20 MiB and 100 megapixels, there within 15 s and 3 redirects, each of them vetted like the first address.
 * Fails with PICTURE_NOT_FETCHED, CANCELLED, or the codes of writing a file.
 */
export async function fetchPicture(
  address: string,
  folder: string,
  outbound: Outbound,
  signal: AbortSignal,
  timeoutMs = usualTimeoutMs,
): Promise<Result<string>> {
  const path = join(folder, 'background')
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  const write = async (partial: string): Promise<Result<void>> => {
    try {
      await store(await follow(address, outbound, limited), partial)
      return ok(undefined)
    } catch (error) {
      if (signal.aborted) return fail(appError('CANCELLED'))
      const reason = explain(error, limited, timeoutMs)
      if (reason === undefined) throw error
      return fail(appError('PICTURE_NOT_FETCHED', { reason }, String(error)))
    }
  }
  const placed = await placeFile(path, write, signal)
  return placed.ok ? ok(path) : placed
}

/** A picture is not taken. */
class PictureRefused extends Error {
  readonly reason: Phrase
  constructor(reason: Phrase) {
    super(sayPhrase(reason))
    this.reason = reason
  }
}

async function follow(address: string, outbound: Outbound, signal: AbortSignal): Promise<IncomingMessage> {
  let url = parseAddress(address, outbound)
  for (let redirected = 0; redirected <= mostRedirects; redirected++) {
    const response = await send(
      url,
      { method: 'GET', headers: { accept: 'image/png, image/jpeg, image/webp' }, signal },
      outbound,
    )
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return response
    response.destroy()
    if (!redirects.has(statusCode) || headers.location === undefined)
      throw new PictureRefused(phrase('SERVER_STATUS', { status: statusCode }))
    const next = URL.parse(headers.location, url.href)
    if (!next) throw new PictureRefused(phrase('REDIRECT_NOWHERE'))
    // Vetted by `send`, as the first one was.
    url = next
  }
  throw new PictureRefused(phrase('REDIRECTS', { limit: mostRedirects }))
}

async function store(response: IncomingMessage, path: string): Promise<void> {
  const file = await open(path, 'wx+')
  try {
    let size = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > mostBytes) throw new PictureRefused(phrase('LARGER_THAN', { limit: `${mostBytes / 1024 / 1024} MiB` }))
      await file.writeFile(chunk)
    }
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(size), position: 0 })
    check(buffer.subarray(0, bytesRead))
  } finally {
    response.destroy()
    await file.close()
  }
}

function check(bytes: Buffer): void {
  const facts = readPictureFacts(bytes)
  if (!facts) throw new PictureRefused(phrase('OTHER_PICTURE'))
  if (facts.width * facts.height > mostMegapixels * 1e6)
    throw new PictureRefused(phrase('MORE_MEGAPIXELS', { limit: mostMegapixels }))
}

/** What the network or the checks said; undefined for what neither says. */
function explain(error: unknown, signal: AbortSignal, timeoutMs: number): Phrase | undefined {
  if (error instanceof AddressRefused || error instanceof PictureRefused) return error.reason
  if (signal.aborted) return phrase('TOO_SLOW', { seconds: timeoutMs / 1000 })
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === 'write' || syscall === 'open') return undefined
  return networkReason(code)
}
