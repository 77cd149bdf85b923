import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'

/** How the pretended h264_nvenc behaves. */
export type Hardware =
  | 'good'
  | 'slow'
  | 'slower than x264'
  | 'absent'
  | 'wrong profile'
  | 'poor'
  | 'reordered'
  | 'fails in the middle'

/**
 * An ffmpeg that pretends to have h264_nvenc: a script before the real one that lets x264 do its work, in its way. x264
 * itself is held back in the trial, so that which of them is faster never depends on the machine.
 *
 * @param calls a file that gets a line for each run: the codec's name and what the pictures come from
 */
export function hardwareFfmpeg(real: Ffmpeg, folder: string, hardware: Hardware, calls: string): Ffmpeg {
  const path = join(folder, 'ffmpeg')
  const script = `#!${process.execPath}
const { spawn } = require('node:child_process')
const { appendFileSync } = require('node:fs')
const hardware = ${JSON.stringify(hardware)}
const args = process.argv.slice(2)
const at = args.indexOf('-c:v')
const codec = at < 0 ? '' : args[at + 1]
const trial = args.includes('lavfi')
if (codec) appendFileSync(${JSON.stringify(calls)}, codec + (trial ? ' trial' : ' scene') + '\\n')
let wait = 0
if (codec === 'libx264' && trial && hardware !== 'slower than x264') wait = 4000
if (codec === 'h264_nvenc') {
  if (hardware === 'absent') { console.error('Cannot load libcuda.so.1'); process.exit(1) }
  if (hardware === 'slow') wait = 60000
  if (hardware === 'slower than x264') wait = 4000
  if (hardware === 'fails in the middle' && !trial) {
    console.error('frame=    5 fps=0.0\\nEncoder failed: device lost')
    process.exit(1)
  }
  const after = { 'wrong profile': ['-profile:v', 'main'], poor: ['-crf', '48'], reordered: ['-bf', '3', '-x264-params', 'b-adapt=0'] }[hardware] ?? []
  const at = args.indexOf('-c:v')
  for (const name of ['-rc', '-cq', '-b:v', '-preset']) {
    const i = args.indexOf(name)
    if (i >= 0) args.splice(i, 2)
  }
  args[args.indexOf('-c:v') + 1] = 'libx264'
  args.splice(args.length - 1, 0, '-preset', 'superfast', '-crf', '16', ...after)
}
setTimeout(() => {
  // Outputs may be pipes that are open already: ffmpeg gets each under its own number.
  const pipes = args.flatMap((arg) => (/^pipe:\\d+$/.test(arg) ? [Number(arg.slice(5))] : []))
  const stdio = Array.from({ length: Math.max(2, ...pipes) + 1 }, (_, fd) => fd)
  const child = spawn(${JSON.stringify(real.path)}, args, { stdio })
  process.on('SIGTERM', () => child.kill('SIGKILL'))
  child.on('close', (code) => process.exit(code ?? 1))
}, wait)
`
  writeFileSync(path, script)
  chmodSync(path, 0o755)
  return { ...real, path, encoders: new Set([...real.encoders, 'h264_nvenc']) }
}
