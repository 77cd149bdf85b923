import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Configuration } from 'electron-builder'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Packaging {
  /** A folder with Electron for this machine; absent: electron-builder fetches it. */
  readonly electronDist?: string
  /** Where packages go; absent: as electron-builder.yml says. */
  readonly output?: string
  /** Kinds of packages (`dir`, `AppImage`, `dmg` …); absent: those of electron-builder.yml. */
  readonly targets?: readonly string[]
}

/** Packages the app that lies built in `dist` for this machine. Rejects with what electron-builder says. */
export async function packageApp({ electronDist, output, targets = [] }: Packaging): Promise<void> {
  recordFfmpeg()
  const platform = { darwin: 'mac', win32: 'win' }[process.platform as string] ?? 'linux'
  const feed = process.env.PAUSECUT_FEED
  const config: Configuration = {
    extends: join(root, 'electron-builder.yml'),
    ...(electronDist && { electronDist }),
    ...(output && { directories: { output, buildResources: 'assets/package' } }),
    // Only a release that names a place for its updates asks there.
    ...(feed && { publish: { provider: 'generic', url: feed } }),
  }
  await build({ projectDir: root, config, [platform]: [...targets], publish: 'never' })
}

/** npm's ffmpegs, and where each has its program. */
const ffmpegs: readonly [name: string, pick: (module: { path?: unknown } | string) => unknown][] = [
  ['ffmpeg-static', (module) => module],
  ['@ffmpeg-installer/ffmpeg', (module) => typeof module === 'object' && module.path],
]

/**
 * Notes the digest of each ffmpeg that goes with the app: they will lie beside the archive, and are compared before they
 * are started first (see shell/shippedFfmpeg).
 */
function recordFfmpeg(): void {
  const shipped: { file: string; sha256: string }[] = []
  for (const [name, pick] of ffmpegs) {
    const path = programOf(name, pick)
    if (path === undefined) continue
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    shipped.push({ file: join('app.asar.unpacked', relative(root, path)), sha256 })
  }
  writeFileSync(join(root, 'dist', 'ffmpeg.json'), JSON.stringify(shipped, null, 2))
}

function programOf(name: string, pick: (typeof ffmpegs)[number][1]): string | undefined {
  try {
    const path = pick(createRequire(import.meta.url)(name))
    return typeof path === 'string' && existsSync(path) ? path : undefined
  } catch {
    // An optional package that this machine did not get.
    return undefined
  }
}
