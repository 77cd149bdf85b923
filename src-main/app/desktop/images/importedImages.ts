import { createHash } from 'node:crypto'
import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { openKeptFile } from '#files/jsonFile.ts'
import { placeFile } from '#files/placeFile.ts'
import type { Surroundings } from '#ports/DesktopShell.ts'
import type { Pictures } from '#ports/Images.ts'
import { Picture } from '#shared/desktop/desktop.ts'
import { thumbnailAddress } from '#shared/desktop/thumbnailAddress.ts'
import { appError } from '#shared/errors.ts'
import { fileError } from '#shared/fileError.ts'
import { Look } from '#shared/look/look.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { fetchPicture } from '../../net/fetchImage.ts'
import { AddressRefused, type Outbound, parseAddress } from '../../net/outbound.ts'
import type { Answers, Publish } from '../answers.ts'

const mostRecent = 12
const mostBytes = 20 * 2 ** 20
const thumbnailSize = { width: 320, height: 320 }

export interface PictureShelf {
  readonly recent: readonly Picture[]
  /** The folder that holds every picture and sound the page may name. */
  readonly folder: string
  readonly answers: Pick<
    Answers,
    'chooseBackground' | 'takeBackground' | 'fetchBackground' | 'forgetPicture' | 'chooseLogo' | 'chooseMusic'
  >
}

export interface PictureShelfParts {
  readonly home: string
  readonly pictures: Pictures
  readonly surroundings: Surroundings
  readonly outbound: Outbound
  readonly publish: Publish
}

/**
 * Takes pictures in: each is copied under the digest of its bytes, so that it stays when the original goes, and so that
 * the page can name no other file of this machine.
 */
export function openPictureShelf({ home, pictures, surroundings, outbound, publish }: PictureShelfParts): PictureShelf {
  const folder = join(home, 'pictures')
  const recent = openKeptFile(join(home, 'recent-pictures.json'), z.array(Picture), [])

  async function take(name: string, bytes: Uint8Array): Promise<Result<Picture>> {
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    const file = join(folder, `${digest}${safeEnding(name)}`)
    const written = await placeBytes(file, bytes)
    if (!written.ok) return written
    const described = await describe(name, file, digest)
    if (described.ok) return described
    await rm(file, { force: true })
    // A failure names the file that the person knows, not the copy.
    const { facts } = described.error
    return fail({ ...described.error, facts: facts.path === file ? { ...facts, path: name } : facts })
  }

  async function describe(name: string, file: string, digest: string): Promise<Result<Picture>> {
    const facts = await pictures.checkPicture(file)
    if (!facts.ok) return facts
    const thumbnail = await makeThumbnail(file, digest)
    if (!thumbnail.ok) return thumbnail
    const { width, height } = facts.value
    return ok({
      ...{ file, name, width, height },
      url: `/pictures/${basename(file)}`,
      thumbnail: thumbnailAddress(file),
    })
  }

  async function makeThumbnail(file: string, digest: string): Promise<Result<void>> {
    const look = Look.parse({ background: { kind: 'picture', file } })
    const painted = await pictures.prepareBackground(look, thumbnailSize, new AbortController().signal)
    return painted.ok ? placeBytes(join(folder, `${digest}.thumbnail.png`), painted.value.background) : painted
  }

  async function takeFile(path: string): Promise<Result<Picture>> {
    const bytes = await readWhole(path)
    return bytes.ok ? take(basename(path), bytes.value) : bytes
  }

  async function remember(taken: Result<Picture>): Promise<Result<Picture>> {
    if (!taken.ok) return taken
    const others = recent.value.filter(({ file }) => file !== taken.value.file)
    const set = await setRecent([taken.value, ...others].slice(0, mostRecent))
    return set.ok ? taken : set
  }

  async function setRecent(list: Picture[]): Promise<Result<void>> {
    const changed = await recent.change(list)
    if (changed.ok) publish({ type: 'pictures', pictures: list })
    return changed
  }

  return {
    folder,
    get recent() {
      return recent.value
    },
    answers: {
      chooseBackground: async () => {
        const path = await surroundings.choose('picture')
        return path === undefined ? ok(null) : remember(await takeFile(path))
      },
      takeBackground: async ({ name, bytes }) => remember(await take(name, bytes)),
      fetchBackground: async ({ url }) => {
        const address = vet(url, outbound)
        if (!address.ok) return address
        const fetched = await fetchPicture(url, join(home, 'fetched'), outbound, new AbortController().signal)
        if (!fetched.ok) return fetched
        const bytes = await readWhole(fetched.value)
        return bytes.ok ? remember(await take(nameOf(address.value), bytes.value)) : bytes
      },
      forgetPicture: async ({ file }) => {
        const changed = await setRecent(recent.value.filter((picture) => picture.file !== file))
        return changed.ok ? ok({}) : changed
      },
      chooseLogo: async () => {
        const path = await surroundings.choose('picture')
        return path === undefined ? ok(null) : takeFile(path)
      },
      chooseMusic: async () => {
        const path = await surroundings.choose('music')
        if (path === undefined) return ok(null)
        // Under its own name, which is all that is shown of it.
        const file = join(folder, createHash('sha256').update(path).digest('hex').slice(0, 32), basename(path))
        const write = async (partial: string) => ok(await copyFile(path, partial))
        const copied = await placeFile(file, write, new AbortController().signal)
        return copied.ok ? ok({ file, name: basename(path) }) : copied
      },
    },
  }
}

function placeBytes(path: string, bytes: Uint8Array): Promise<Result<void>> {
  const write = async (partial: string) => ok(await writeFile(partial, bytes))
  return placeFile(path, write, new AbortController().signal)
}

async function readWhole(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes) return fail(appError('PICTURE_TOO_LARGE', { path, limit: 100 }))
    return ok(await readFile(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return fail(code === 'ENOENT' ? appError('PICTURE_NOT_FOUND', { path }) : fileError(error, path))
  }
}

function vet(url: string, outbound: Outbound): Result<URL> {
  try {
    return ok(parseAddress(url, outbound))
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error
    return fail(appError('ADDRESS_REFUSED', { what: phrase('BACKGROUND_ADDRESS'), reason: error.reason }))
  }
}

const nameOf = (url: URL) => basename(url.pathname) || url.hostname

/** The ending only tells programs what they get; what counts is what is in the file. */
const safeEnding = (name: string) => /\.(png|jpe?g|webp)$/i.exec(name)?.[0].toLowerCase() ?? ''
