import { type Ffmpeg, locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'

/**
 * The ffmpegs to test with: the one that would be used here, and the one of 2018 that npm brings, so that what a fresh
 * machine gets is always tried. They may be the same.
 */
export async function ffmpegs(): Promise<[name: string, ffmpeg: Ffmpeg][]> {
  const own = await locateFfmpeg({ PATH: process.env.PATH })
  const shipped = await locateFfmpeg({})
  if (!own.ok || !shipped.ok) throw new Error('npm brought no ffmpeg; run npm ci again')
  const all: [string, Ffmpeg][] = [[`${own.value.source} ${own.value.version}`, own.value]]
  if (shipped.value.path !== own.value.path)
    all.push([`${shipped.value.source} ${shipped.value.version}`, shipped.value])
  else console.warn('SKIPPED: tests with a second ffmpeg, because this machine has only the one that npm brings')
  return all
}
