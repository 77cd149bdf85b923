import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { locateFfmpeg, neededEncoders, neededFilters } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { inEnglish } from '#tests/inEnglish.ts'

const encoders = neededEncoders.map((name) => ` V....D ${name.padEnd(20)} some encoder`)
const filters = neededFilters.map((name) => ` T.C ${name.padEnd(16)} V->V       some filter`)

/** A program that answers as ffmpeg does; `without` drops what it lists by that name. */
function program(path: string, version: string, without = ''): string {
  const list = (lines: string[]) => lines.filter((line) => !without || !line.includes(` ${without} `)).join('\n')
  const script = `#!/bin/sh
echo "ffmpeg version ${version} Copyright (c) somebody" >&2
case "$*" in
  *-encoders) cat <<'END'
${list(encoders)}
END
  ;;
  *-filters) cat <<'END'
${list(filters)}
END
  ;;
esac
`
  writeFileSync(path, script)
  chmodSync(path, 0o755)
  return path
}

/** A machine with an ffmpeg in each place that is searched. */
function machine() {
  const folder = scratch()
  const bin = join(folder, 'bin')
  const npmBin = join(folder, 'node_modules', '.bin')
  for (const path of [bin, npmBin]) mkdirSync(path, { recursive: true })
  program(join(npmBin, 'ffmpeg'), 'shim')
  const paths = {
    static: program(join(folder, 'static'), '7.0-static'),
    system: program(join(bin, 'ffmpeg'), '5.1.9'),
    installer: program(join(folder, 'installer'), 'N-47683'),
  }
  const packages: Record<string, Record<string, unknown>> = {
    'ffmpeg-static': { default: paths.static },
    '@ffmpeg-installer/ffmpeg': { path: paths.installer },
  }
  const importPackage = async (name: string) => {
    const found = packages[name]
    if (!found) throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
    return found
  }
  const env = { PATH: [npmBin, bin].join(delimiter) }
  return { folder, paths, packages, env, locate: (more = {}) => locateFfmpeg({ ...env, ...more }, importPackage) }
}

const unix = test.skipIf(process.platform === 'win32')

unix('FFMPEG_PATH, ffmpeg-static, the system, @ffmpeg-installer: the first there is', async () => {
  const { folder, paths, packages, env, locate } = machine()
  const own = program(join(folder, 'own'), '8.0')
  expect(await locate({ FFMPEG_PATH: own })).toMatchObject({
    ok: true,
    value: { path: own, source: 'FFMPEG_PATH', version: '8.0' },
  })
  expect(await locate()).toMatchObject({
    value: { path: paths.static, source: 'ffmpeg-static', version: '7.0-static' },
  })
  delete packages['ffmpeg-static']
  expect(await locate()).toMatchObject({ value: { path: paths.system, source: 'system', version: '5.1.9' } })
  env.PATH = ''
  const last = await locate()
  expect(last).toMatchObject({ value: { path: paths.installer, source: '@ffmpeg-installer', version: 'N-47683' } })
  expect(last.ok && [...last.value.encoders]).toEqual([...neededEncoders])
  expect(last.ok && [...last.value.filters]).toEqual([...neededFilters])
  delete packages['@ffmpeg-installer/ffmpeg']
  expect(inEnglish(await locate())).toMatchObject({ ok: false, error: { code: 'FFMPEG_MISSING' } })
})

unix('one that is broken is passed over, and told of only where there is no other', async () => {
  const { paths, packages, env, locate } = machine()
  program(paths.static, '7.0', 'ass')
  expect(await locate()).toMatchObject({ value: { source: 'system' } })
  env.PATH = ''
  delete packages['@ffmpeg-installer/ffmpeg']
  const message = `The ffmpeg at ${paths.static} can not be used (it lacks ass); install a full one, or set FFMPEG_PATH to it.`
  expect(inEnglish(await locate())).toMatchObject({ ok: false, error: { code: 'FFMPEG_BROKEN', message } })
})

unix('a package whose program was not downloaded counts as absent', async () => {
  const { packages, locate, folder } = machine()
  packages['ffmpeg-static'] = { default: join(folder, 'never-downloaded') }
  expect(await locate()).toMatchObject({ value: { source: 'system' } })
  packages['ffmpeg-static'] = { default: null }
  expect(await locate()).toMatchObject({ value: { source: 'system' } })
})

unix('FFMPEG_PATH was chosen by somebody: nothing else is taken, and what is wrong with it is said', async () => {
  const { folder, locate } = machine()
  const failing = join(folder, 'failing')
  writeFileSync(failing, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const plain = join(folder, 'plain')
  writeFileSync(plain, 'no program')
  const silent = join(folder, 'silent')
  writeFileSync(silent, '#!/bin/sh\n', { mode: 0o755 })
  const reasons = [
    [join(folder, 'nowhere'), 'there is no such program'],
    [plain, 'it may not be run, or is no program'],
    [folder, 'it may not be run, or is no program'],
    [failing, 'it does not run'],
    [silent, 'it is no ffmpeg'],
    [program(join(folder, 'poor'), '8.0', 'libx264'), 'it lacks libx264'],
  ] as const
  for (const [path, reason] of reasons) {
    const error = { code: 'FFMPEG_BROKEN', message: expect.stringContaining(`${path} can not be used (${reason})`) }
    expect(inEnglish(await locate({ FFMPEG_PATH: path }))).toMatchObject({ ok: false, error })
  }
})
