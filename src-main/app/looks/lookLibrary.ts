import { createHash } from 'node:crypto'
import { access, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { placeFile, removeLeftovers } from '#files/placeFile.ts'
import { pruneFolder } from '#files/pruneFolder.ts'
import { sniffSound } from '#files/sniffSound.ts'
import type { ListedLook } from '#shared/desktop/appContract.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fileError, isAbsent, readError } from '#shared/fileError.ts'
import { type Look, NamedLook } from '#shared/look/look.ts'
import { builtInLook, builtInLooks } from '#shared/look/looks.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { readPictureFacts } from '../net/imageFacts.ts'
import { packLook, plainEnding, unpackLook } from './exportBundle.ts'
import { filesOf, type LookRole, withFiles } from './lookFiles.ts'

/** The looks there are: those that come with the product, and the brand looks that people saved. */
export interface LookLibrary {
  /** Built-in ones first, then saved ones by name. A saved file that was damaged is left out. */
  list(): Promise<ListedLook[]>
  /** By name, upper and lower case alike. */
  find(name: string): Promise<ListedLook | undefined>
  /** A look by its name, or by the path of a file that holds one. Fails with LOOK_UNKNOWN, LOOK_UNREADABLE or FILE_UNREADABLE. */
  choose(nameOrPath: string): Promise<Result<Look>>
  /**
   * Saves a look with copies of its files, over the one that had its name, unless that one can't be read. Fails with
   * LOOK_BUILT_IN, PICTURE_NOT_FOUND, PICTURE_UNREADABLE, MUSIC_NOT_FOUND, MUSIC_UNREADABLE, FILE_UNREADABLE or what placing a file fails with.
   */
  save(look: NamedLook): Promise<Result<ListedLook>>
  /** Fails with LOOK_NOT_FOUND, LOOK_BUILT_IN or FILE_FAILED. */
  remove(name: string): Promise<Result<void>>
  /** Writes a look with its files as one JSON file. Fails with LOOK_NOT_FOUND or what placing a file fails with. */
  exportTo(name: string, path: string): Promise<Result<void>>
  /**
   * Removes files that earlier versions of looks and removed looks had, once nothing uses them any more. Rejects with what
   * the file system says.
   */
  removeUnused(): Promise<void>
  /** Saves the look of a file, under another name where its own is taken. Fails with LOOK_UNREADABLE or as `save` does. */
  importFrom(path: string): Promise<Result<ListedLook>>
}

const patient = new AbortController().signal

export interface LooksOptions {
  /** Bytes that the files of looks may take which were chosen by path; those chosen longest ago go first. */
  readonly mostUnpacked?: number
  /** Digests of files that something else than the looks names, so that they stay; when it rejects, all stay. */
  readonly used?: () => Promise<ReadonlySet<string>>
}

/** @param folder where saved looks are kept, each in a folder of its own; made when it is missing */
export function openLooks(folder: string, options: LooksOptions = {}): LookLibrary {
  const { mostUnpacked = 2 ** 30, used = async () => new Set<string>() } = options
  // Names are the same whatever their case; a digest is a name that every file system takes.
  const place = (name: string) => join(folder, digestOf(name.toLowerCase()))
  const record = (home: string) => join(home, 'look.json')

  const read = async (home: string): Promise<ListedLook | undefined> => {
    try {
      const { name, description, look } = NamedLook.parse(JSON.parse(await readFile(record(home), 'utf8')))
      return { name, description, look: withFiles(look, (file) => join(home, file)), builtIn: false }
    } catch {
      return undefined
    }
  }

  const list = async () => {
    const names = await readdir(folder).catch(() => [])
    const saved = (await Promise.all(names.map((name) => read(join(folder, name))))).filter(
      (look) => look !== undefined,
    )
    return [...builtInLooks.map(asBuiltIn), ...saved.toSorted((a, b) => a.name.localeCompare(b.name))]
  }

  const find = async (name: string) => {
    const own = builtInLook(name.toLowerCase())
    return own ? asBuiltIn(own) : await read(place(name))
  }

  const choose = async (nameOrPath: string): Promise<Result<Look>> => {
    const named = await find(nameOrPath)
    if (named) return ok(named.look)
    const opened = await open(nameOrPath)
    if (!opened) return fail(appError('LOOK_UNKNOWN', { name: nameOrPath }))
    if (!opened.ok) return opened
    const { look, files } = opened.value
    for (const { role, file } of filesOf(look)) {
      const bytes = files.get(file)
      const refused = bytes && refuseFile(role, file, bytes)
      if (refused) return fail(refused)
    }
    // A look that brought its files has them unpacked where the same ones always go.
    const home = join(folder, '.unpacked')
    const paths = new Map(
      [...files].map(([name, bytes]) => [name, join(home, `${digestOf(bytes)}${plainEnding(name)}`)]),
    )
    for (const [name, bytes] of files) {
      const placed = await placeContent(paths.get(name)!, bytes)
      if (!placed.ok) return placed
    }
    if (files.size > 0) await pruneFolder(home, mostUnpacked)
    return ok(withFiles(look, (file) => paths.get(file) ?? file))
  }

  const save = async (named: NamedLook, files?: ReadonlyMap<string, Uint8Array>): Promise<Result<ListedLook>> => {
    const { name, description } = named
    if (builtInLook(name.toLowerCase())) return fail(appError('LOOK_BUILT_IN', { name }))
    const home = place(name)
    const before = await readIfThere(record(home))
    if (!before.ok) return before
    const names = new Map<string, string>()
    for (const { role, file } of filesOf(named.look)) {
      const packed = files?.get(file)
      const content = packed ? ok(packed) : await readIfThere(file)
      if (!content.ok) return content
      const bytes = content.value
      if (!bytes) return fail(appError(role === 'music' ? 'MUSIC_NOT_FOUND' : 'PICTURE_NOT_FOUND', { path: file }))
      const refused = refuseFile(role, file, bytes)
      if (refused) return fail(refused)
      const short = `${role}-${digestOf(bytes)}${plainEnding(file)}`
      const placed = await placeContent(join(home, short), bytes)
      if (!placed.ok) return placed
      names.set(file, short)
    }
    const look = withFiles(named.look, (file) => names.get(file)!)
    const written = await placeContent(record(home), `${JSON.stringify({ name, description, look }, null, 2)}\n`)
    if (!written.ok) return written
    await sweep(home, new Set(names.values()))
    return ok({ name, description, look: withFiles(look, (file) => join(home, file)), builtIn: false })
  }

  const remove = async (name: string): Promise<Result<void>> => {
    const look = await find(name)
    if (!look) return fail(appError('LOOK_NOT_FOUND', { name }))
    if (look.builtIn) return fail(appError('LOOK_BUILT_IN', { name }))
    try {
      await rm(record(place(name)))
      return ok(await sweep(place(name), new Set()))
    } catch (error) {
      return fail(fileError(error, place(name)))
    }
  }

  const removeUnused = async () => {
    for (const { name } of await readFolders(folder)) {
      const home = join(folder, name)
      const look = await read(home)
      // A damaged record does not say which files it names, so all of them stay.
      if (look || (await isMissing(record(home))))
        await sweep(home, new Set(look && filesOf(look.look).map(({ file }) => basename(file))))
    }
  }

  /** Removes the files of a look but its own and those that something else uses, and the folder when it has none. */
  const sweep = async (home: string, own: ReadonlySet<string>): Promise<void> => {
    const elsewhere = await used().catch(() => undefined)
    if (!elsewhere) return
    await removeLeftovers(home)
    for (const name of await readdir(home)) {
      const digest = /^(?:background|logo|music)-([0-9a-f]{16})/.exec(name)?.[1]
      if (digest !== undefined && !own.has(name) && !elsewhere.has(digest)) await rm(join(home, name), { force: true })
    }
    if ((await readdir(home)).length === 0) await rmdir(home)
  }

  const exportTo = async (name: string, path: string): Promise<Result<void>> => {
    const look = await find(name)
    if (!look) return fail(appError('LOOK_NOT_FOUND', { name }))
    return placeFile(path, async (partial) => ok(await writeFile(partial, await packLook(look))), patient)
  }

  const importFrom = async (path: string): Promise<Result<ListedLook>> => {
    const opened = await open(path)
    if (!opened) return fail(appError('LOOK_UNREADABLE', { path, reason: phrase('NO_SUCH_FILE') }))
    if (!opened.ok) return opened
    const { name, description, look, files } = opened.value
    return save({ name: await freeName(name, find), description, look }, files)
  }

  return { list, find, choose, save: (named) => save(named), remove, removeUnused, exportTo, importFrom }
}

/** Why a file is not taken in: it is told by its bytes, since a playlist by any name opens other files. */
function refuseFile(role: LookRole, path: string, bytes: Uint8Array): AppError | undefined {
  if (role === 'music')
    return sniffSound(bytes) ? undefined : appError('MUSIC_UNREADABLE', { path, reason: phrase('NO_SOUND') })
  return readPictureFacts(bytes) ? undefined : appError('PICTURE_UNREADABLE', { path, reason: phrase('OTHER_PICTURE') })
}

const digestOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex').slice(0, 16)

const asBuiltIn = (named: NamedLook): ListedLook => ({ ...named, builtIn: true })

/** Reads a look's file; undefined where there is none. A bare look names its files from where it lies itself. */
async function open(path: string) {
  const bytes = await readIfThere(path)
  if (!bytes.ok) return bytes
  if (!bytes.value) return undefined
  const unpacked = unpackLook(bytes.value, path)
  if (!unpacked.ok || unpacked.value.files.size > 0) return unpacked
  const absolute = (file: string) => (isAbsolute(file) ? file : resolve(dirname(path), file))
  return ok({ ...unpacked.value, look: withFiles(unpacked.value.look, absolute) })
}

/** The bytes of a file; undefined where there is none. Fails with FILE_UNREADABLE. */
async function readIfThere(path: string): Promise<Result<Uint8Array | undefined>> {
  try {
    return ok(await readFile(path))
  } catch (error) {
    return isAbsent(error) ? ok(undefined) : fail(readError(error, path))
  }
}

const placeContent = async (path: string, content: Uint8Array | string): Promise<Result<void>> => {
  return placeFile(path, async (partial) => ok(await writeFile(partial, content)), patient)
}

/** `Brand`, else `Brand 2`, `Brand 3` and so on. */
async function freeName(name: string, find: (name: string) => Promise<ListedLook | undefined>): Promise<string> {
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name.slice(0, 56)} ${count}`
    if (!(await find(tried))) return tried
  }
}

/** The folders of saved looks; none where there is no folder of looks yet. */
const readFolders = async (folder: string) => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
}

/** Whether the file system says that nothing is at the path; what can't be reached may be there. */
const isMissing = (path: string) => access(path).then(() => false, isAbsent)
