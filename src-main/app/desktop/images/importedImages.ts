import { createHash, type Hash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { openJsonFile } from '#files/jsonFile.ts'
import { placeFile, removeLeftovers } from '#files/placeFile.ts'
import { sniffSoundFile } from '#files/sniffSound.ts'
import type { DesktopShell } from '#ports/DesktopShell.ts'
import type { Images } from '#ports/Images.ts'
import { ImportedImage } from '#shared/desktop/desktop.ts'
import { thumbnailAddress } from '#shared/desktop/thumbnailAddress.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fileError } from '#shared/fileError.ts'
import { Look } from '#shared/look/look.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { fetchPicture } from '../../net/fetchImage.ts'
import { AddressRefused, type Outbound, parseAddress } from '../../net/outbound.ts'
import type { Handlers, Publish } from '../handlers.ts'

const mostRecent = 12
const mostMegabytes = 20
const thumbnailSize = { width: 320, height: 320 }

export interface ImportedImages {
  readonly recent: readonly ImportedImage[]
  /** Why recent pictures are not known: as JsonFile has it. */
  readonly problem: AppError | undefined
  /** The folder that holds every picture and sound the page may name. */
  readonly folder: string
  readonly handlers: Pick<
    Handlers,
    'chooseBackground' | 'takeBackground' | 'fetchBackground' | 'forgetPicture' | 'chooseLogo' | 'chooseMusic'
  >
  /** Takes in an image by its path. Fails with the PICTURE_* codes, FILE_UNREADABLE, or what placing a file fails with. */
  takeFile(path: string): Promise<Result<ImportedImage>>
  /**
   * Removes the pictures and sounds that are neither recent nor used. Until that is done, none are taken in. Meant for the
   * start: what the windows can undo may name any file that they ever named.
   *
   * @param used the digests that whatever is kept names; when it rejects, nothing is removed and this rejects too
   */
  removeUnused(used: () => Promise<ReadonlySet<string>>): Promise<void>
}

export interface ImportedImagesParts {
  readonly home: string
  readonly images: Images
  readonly desktopShell: DesktopShell
  readonly outbound: Outbound
  readonly publish: Publish
}

/**
 * Takes pictures and sounds in: each is copied under the digest of its bytes, so that it stays what it is when the
 * original changes or goes, and so that the page can name no other file of this machine.
 */
export function openImportedImages({
  home,
  images,
  desktopShell,
  outbound,
  publish,
}: ImportedImagesParts): ImportedImages {
  const folder = join(home, 'pictures')
  const incoming = join(home, 'fetched')
  // Files that were being fetched or copied when the app last ended are incomplete, and no entry names them.
  let cleared: Promise<unknown> = rm(incoming, { recursive: true, force: true }).catch(() => {})
  const recent = openJsonFile(join(home, 'recent-pictures.json'), z.array(ImportedImage), [])

  async function take(name: string, bytes: Uint8Array): Promise<Result<ImportedImage>> {
    await cleared
    const digest = digestOf(createHash('sha256').update(bytes))
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

  async function describe(name: string, file: string, digest: string): Promise<Result<ImportedImage>> {
    const facts = await images.checkImage(file)
    if (!facts.ok) return facts
    const thumbnail = await makeThumbnail(file, digest)
    if (!thumbnail.ok) return thumbnail
    const { width, height } = facts.value
    return ok({
      file,
      name,
      width,
      height,
      url: `/pictures/${basename(file)}`,
      thumbnail: thumbnailAddress(file),
    })
  }

  async function makeThumbnail(file: string, digest: string): Promise<Result<void>> {
    const look = Look.parse({ background: { kind: 'picture', file } })
    const painted = await images.prepareBackground(look, thumbnailSize, new AbortController().signal)
    return painted.ok ? placeBytes(join(folder, `${digest}.thumbnail.png`), painted.value.background) : painted
  }

  async function takeFile(path: string): Promise<Result<ImportedImage>> {
    const bytes = await readWhole(path)
    return bytes.ok ? take(basename(path), bytes.value) : bytes
  }

  /** Calls `receive` with a path that nobody else has; what is there then goes when it is done. */
  async function comingIn<T>(receive: (path: string) => Promise<T>): Promise<T> {
    await cleared
    const path = join(incoming, randomUUID())
    try {
      return await receive(path)
    } finally {
      await rm(path, { recursive: true, force: true }).catch(() => {})
    }
  }

  async function fetchBackground(url: string, address: URL): Promise<Result<ImportedImage>> {
    return comingIn(async (path) => {
      const fetched = await fetchPicture(url, path, outbound, new AbortController().signal)
      if (!fetched.ok) return fetched
      const bytes = await readWhole(fetched.value)
      return bytes.ok ? take(nameOf(address), bytes.value) : bytes
    })
  }

  async function takeMusic(original: string): Promise<Result<{ file: string; name: string }>> {
    return comingIn(async (path) => {
      const hash = createHash('sha256')
      const copy = async (partial: string) => ok(await copyHashed(original, partial, hash))
      const copied = await placeFile(path, copy, new AbortController().signal)
      if (!copied.ok) return copied
      const name = basename(original)
      if (!(await sniffSoundFile(path)))
        return fail(appError('MUSIC_UNREADABLE', { path: name, reason: phrase('NO_SOUND') }))
      // Under its own name, which is all that is shown of it.
      const file = join(folder, digestOf(hash), name)
      const move = async (partial: string) => ok(await rename(path, partial))
      const placed = await placeFile(file, move, new AbortController().signal)
      return placed.ok ? ok({ file, name }) : placed
    })
  }

  async function removeAllBut(used: ReadonlySet<string>): Promise<void> {
    await removeLeftovers(folder)
    // The list of recent ones could not be read: any file here may be on it.
    if (recent.problem) return
    const recents = new Set(recent.value.map(({ file }) => basename(file).slice(0, 32)))
    for (const name of await readdir(folder).catch(() => [])) {
      const digest = /^[0-9a-f]{32}(?![0-9a-f])/.exec(name)?.[0]
      if (digest === undefined || used.has(digest) || recents.has(digest)) continue
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
    }
  }

  async function remember(image: Result<ImportedImage>): Promise<Result<ImportedImage>> {
    if (!image.ok) return image
    const others = recent.value.filter(({ file }) => file !== image.value.file)
    const set = await setRecent([image.value, ...others].slice(0, mostRecent))
    return set.ok ? image : set
  }

  async function setRecent(list: ImportedImage[]): Promise<Result<void>> {
    const changed = await recent.change(list)
    if (changed.ok) publish({ type: 'pictures', pictures: list })
    return changed
  }

  return {
    folder,
    get problem() {
      return recent.problem
    },
    get recent() {
      return recent.value
    },
    removeUnused(used) {
      const removed = cleared.then(used).then(removeAllBut)
      cleared = removed.catch(() => {})
      return removed
    },
    takeFile,
    handlers: {
      chooseBackground: async () => {
        const path = await desktopShell.choose('picture')
        return path === undefined ? ok(null) : remember(await takeFile(path))
      },
      takeBackground: async ({ name, bytes }) => remember(await take(name, bytes)),
      fetchBackground: async ({ url }) => {
        const address = vet(url, outbound)
        if (!address.ok) return address
        return remember(await fetchBackground(url, address.value))
      },
      forgetPicture: async ({ file }) => {
        const changed = await setRecent(recent.value.filter((picture) => picture.file !== file))
        return changed.ok ? ok({}) : changed
      },
      chooseLogo: async () => {
        const path = await desktopShell.choose('picture')
        return path === undefined ? ok(null) : takeFile(path)
      },
      chooseMusic: async () => {
        const path = await desktopShell.choose('music')
        return path === undefined ? ok(null) : takeMusic(path)
      },
    },
  }
}

const digestOf = (hash: Hash) => hash.digest('hex').slice(0, 32)

/** Copies a file and hashes what it copies: the original may change meanwhile. Rejects with what the file system says. */
async function copyHashed(from: string, to: string, hash: Hash): Promise<void> {
  const hashing = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(createReadStream(from), hashing, createWriteStream(to))
}

function placeBytes(path: string, bytes: Uint8Array): Promise<Result<void>> {
  const write = async (partial: string) => ok(await writeFile(partial, bytes))
  return placeFile(path, write, new AbortController().signal)
}

async function readWhole(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > mostMegabytes * 2 ** 20) return fail(appError('PICTURE_FILE_TOO_LARGE', { path, limit: mostMegabytes }))
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
