import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { englishSentence } from '#shared/errors.ts'
import { measureCommandLine } from './commandLine.ts'
import { describeMachine } from './machine.ts'
import { comparePeers } from './peers.ts'
import { measureVideos } from './videos.ts'

// All figures in one run: `npm run bench [part …] [-- --seconds 30 --rounds 3 --peers]`. Nothing here passes or fails,
// but for the aligner's bounds.

const own = {
  videos: () => measureVideos(ffmpeg, Number(values.seconds), Number(values.rounds)),
  'command-line': () => measureCommandLine(Number(values.rounds)),
}
const scripts = ['reading', 'align', 'verify', 'api', 'page', 'typing', 'natural']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'boolean', default: false },
  },
})
const found = await locateFfmpeg()
if (!found.ok) throw new Error(englishSentence(found.error))
const ffmpeg = found.value
const wanted = (part: string) => positionals.length === 0 || positionals.includes(part)

console.log(describeMachine(ffmpeg))
for (const [part, measure] of Object.entries(own)) if (wanted(part)) await measure()
if (values.peers) await comparePeers(ffmpeg, Math.min(10, Number(values.seconds)))
for (const script of scripts.filter(wanted)) {
  console.log(`\n${script}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${script}.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
