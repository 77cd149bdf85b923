import { type ExecFileException, execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { appError } from '#shared/errors.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'

const run = promisify(execFile)

type FfmpegSource = 'FFMPEG_PATH' | 'ffmpeg-static' | 'system' | '@ffmpeg-installer'

/** An ffmpeg that answered, and what it can do. */
export interface Ffmpeg {
  readonly path: string
  readonly source: FfmpegSource
  /** As it says itself, such as `5.1.6-0+deb12u1` or `N-47683-g0e8eb07980-static`. */
  readonly version: string
  readonly encoders: ReadonlySet<string>
  readonly filters: ReadonlySet<string>
}

/** Without these nothing can be rendered. */
export const neededEncoders = ['libx264', 'aac', 'libmp3lame'] as const
export const neededFilters = ['alphamerge', 'aresample', 'ass', 'ebur128', 'loop', 'overlay'] as const

/**
 * Finds the ffmpeg to use: FFMPEG_PATH, ffmpeg-static's, the system's, the one that @ffmpeg-installer ships in npm.
 * The first that runs and has what is needed wins; a FFMPEG_PATH that doesn't is an error, because somebody chose it.
 * Fails with FFMPEG_BROKEN or FFMPEG_MISSING.
 */
export async function locateFfmpeg(
  env: NodeJS.ProcessEnv = process.env,
  importPackage: ImportPackage = (name) => import(name),
): Promise<Result<Ffmpeg>> {
  if (env.FFMPEG_PATH) return examine(env.FFMPEG_PATH, 'FFMPEG_PATH')
  let broken: Result<Ffmpeg> | undefined
  for (const [source, find] of searchOrder(env, importPackage)) {
    const path = await find()
    if (!path) continue
    const found = await examine(path, source)
    if (found.ok) return found
    broken ??= found
  }
  return broken ?? fail(appError('FFMPEG_MISSING'))
}

type ImportPackage = (name: string) => Promise<Record<string, unknown>>

function searchOrder(
  env: NodeJS.ProcessEnv,
  importPackage: ImportPackage,
): [FfmpegSource, () => Promise<string | null>][] {
  const inPackage = async (name: string, field: string) => existing(await packagePath(name, field, importPackage))
  return [
    ['ffmpeg-static', () => inPackage('ffmpeg-static', 'default')],
    ['system', () => onPath(env)],
    ['@ffmpeg-installer', () => inPackage('@ffmpeg-installer/ffmpeg', 'path')],
  ]
}

/**
 * Both npm packages are optional: their absence is no error. In the packaged app they lie in an archive that no program
 * can be started from, and their binaries beside it.
 */
async function packagePath(name: string, field: string, importPackage: ImportPackage): Promise<string | null> {
  try {
    const path = (await importPackage(name))[field]
    return typeof path === 'string' ? path.replace(/(?<=[\\/]app\.asar)(?=[\\/])/, '.unpacked') : null
  } catch {
    return null
  }
}

async function onPath(env: NodeJS.ProcessEnv): Promise<string | null> {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    // npm puts its own .bin folders on the path, where some packages leave a script by this name.
    if (folder === '' || folder.includes('node_modules')) continue
    const path = await existing(join(folder, name))
    if (path) return path
  }
  return null
}

async function existing(path: string | null): Promise<string | null> {
  if (!path) return null
  try {
    await access(path, constants.X_OK)
    return path
  } catch {
    return null
  }
}

async function examine(path: string, source: FfmpegSource): Promise<Result<Ffmpeg>> {
  const broken = (reason: Phrase, detail?: string) => fail(appError('FFMPEG_BROKEN', { path, reason }, detail))
  const ask = (question: string) => run(path, [question], { timeout: 20_000, maxBuffer: 1 << 24 })
  try {
    // Lists go to standard output, the banner with the version to standard error.
    const [{ stdout: encoderText, stderr: banner }, { stdout: filterText }] = await Promise.all([
      ask('-encoders'),
      ask('-filters'),
    ])
    const version = /^ffmpeg version (\S+)/m.exec(banner)?.[1]
    if (!version) return broken(phrase('NO_FFMPEG'), banner.slice(0, 200))
    // ` V....D libx264   …` and ` T.C alphamerge   VV->V   …`
    const encoders = namesIn(encoderText, /^ [VAS][A-Z.]{5} (\S+)/gm)
    const filters = namesIn(filterText, /^ [A-Z.]{2,3} (\S+) +\S+->\S+/gm)
    const missing = [
      ...neededEncoders.filter((name) => !encoders.has(name)),
      ...neededFilters.filter((name) => !filters.has(name)),
    ]
    if (missing.length > 0) return broken(phrase('FFMPEG_LACKS', { parts: missing.join(', ') }))
    return ok({ path, source, version, encoders, filters })
  } catch (error) {
    return broken(...reasonOf(error as ExecFileException))
  }
}

/** Why a program gave no answer, and what it said itself. */
function reasonOf({ code, killed, message }: ExecFileException): [reason: Phrase, detail: string] {
  if (code === 'ENOENT') return [phrase('NO_SUCH_PROGRAM'), message]
  if (code === 'EACCES') return [phrase('NO_PROGRAM'), message]
  return [phrase(killed ? 'NO_ANSWER' : 'DOES_NOT_RUN'), message]
}

function namesIn(text: string, line: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(line)].map((match) => match[1]!))
}
