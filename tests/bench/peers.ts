import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import type { Outline } from '#pipeline/captions/outline.ts'
import { layoutCaptions } from '#pipeline/layoutCaptions.ts'
import { executablePath } from '../page/executablePath.ts'
import { compareWays } from './compareWays.ts'
import { fontFolder, type NarratedScene, narratedScene } from './narratedScene.ts'
import { composition, renderer } from './remotionProject.ts'
import { render } from './videos.ts'

/** All of Remotion's packages must be of one version. */
const version = '4.0.529'
const packages = ['remotion', '@remotion/bundler', '@remotion/renderer'].map((name) => `${name}@${version}`)

/**
 * Renders the same Short with Remotion, installed into a temporary folder: background, captions as the same outlines,
 * waveform of the same bars, sound as it is. Only its rendering is timed, neither the installation nor the bundling; it
 * encodes with the same preset and quality. Says so where it can't be installed.
 */
export async function comparePeers(ffmpeg: Ffmpeg, seconds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pausecut-peers-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    const install = ['install', '--no-audit', '--no-fund', ...packages, 'react@19', 'react-dom@19']
    if ((await run('npm', install, folder)) !== 0) {
      console.log('\nMISSING: Remotion could not be installed')
      return
    }
    const narrated = await narratedScene(folder, 'shorts', { waveform: { inShorts: true } }, seconds)
    layOutProject(folder, narrated)
    if ((await run(process.execPath, ['render.mjs', 'bundle'], folder)) !== 0)
      throw new Error('Remotion could not bundle')
    const { remotion } = await compareWays(
      {
        ours: () => render(ffmpeg, 'shorts', narrated.scene, narrated.narration, folder),
        remotion: async () => {
          if ((await run(process.execPath, ['render.mjs', executablePath], folder)) !== 0)
            throw new Error('Remotion could not render')
        },
      },
      3,
    )
    const pace = (seconds / remotion.cost.wall).toFixed(2)
    console.log(
      `\nRemotion ${version}, the same Short of ${seconds} s: ${remotion.ratio.wall.toFixed(0)} times our time, ` +
        `${remotion.ratio.cpu.toFixed(0)} times our CPU; ${pace} times real time`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function layOutProject(folder: string, { scene, narration, look }: NarratedScene): void {
  const type = openTypesetter(fontFolder)
  const cues = [...layoutCaptions(narration.words, { look, kind: 'shorts', frameCount: scene.frameCount, type })]
  const { levels, ...waveform } = scene.waveform!
  const bars = Array.from({ length: scene.frameCount }, (_, n) =>
    [...levels.subarray(n * waveform.columns, (n + 1) * waveform.columns)].map((level) => Number(level.toFixed(4))),
  )
  mkdirSync(join(folder, 'public'))
  copyFileSync(scene.background, join(folder, 'public', 'background.png'))
  copyFileSync(narration.wav, join(folder, 'public', 'narration.wav'))
  const { width, height, frameCount } = scene
  const data = { width, height, frameCount, captions: cues.flatMap((cue) => cue.painted).map(asSvg), waveform, bars }
  writeFileSync(join(folder, 'data.json'), JSON.stringify(data))
  writeFileSync(join(folder, 'index.jsx'), composition)
  writeFileSync(join(folder, 'render.mjs'), renderer)
}

const asSvg = ({ path, ...part }: Outline) => ({
  ...part,
  d: path.map(([step, ...points]) => `${step} ${points.map((point) => point.toFixed(1)).join(' ')}`).join(' '),
})

/** Its output is shown only where it fails. */
async function run(program: string, args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  if (code !== 0) console.error(said.slice(-2000))
  return code
}
