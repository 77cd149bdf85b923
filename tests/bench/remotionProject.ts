/** A Remotion project that shows what peers.ts lays out in data.json, as two files. */

export const composition = `
import { AbsoluteFill, Audio, Composition, Img, registerRoot, staticFile, useCurrentFrame } from 'remotion'
import data from './data.json'

const { width, height, waveform } = data
const { rect, columns, colour, opacity } = waveform
const pitch = rect.width / columns

function Video() {
  const n = useCurrentFrame()
  const shown = data.captions.filter(({ from, to }) => from <= n && n < to).sort((a, b) => a.layer - b.layer)
  return (
    <AbsoluteFill>
      <Img src={staticFile('background.png')} />
      <Audio src={staticFile('narration.wav')} />
      <svg viewBox={'0 0 ' + width + ' ' + height} style={{ position: 'absolute', width, height }}>
        {data.bars[n].map((level, i) => {
          const bar = Math.max(pitch * 0.58, level * rect.height)
          return (
            <rect key={i} x={rect.x + (i + 0.21) * pitch} y={rect.y + (rect.height - bar) / 2} width={pitch * 0.58}
              height={bar} rx={pitch * 0.29} fill={colour} opacity={opacity} />
          )
        })}
        {shown.map(({ d, colour, opacity, spread, blur }, i) => (
          <path key={i} d={d} fill={colour} opacity={opacity} stroke={spread ? colour : 'none'} strokeWidth={2 * (spread ?? 0)}
            strokeLinejoin="round" style={blur ? { filter: 'blur(' + blur / 2 + 'px)' } : undefined} />
        ))}
      </svg>
    </AbsoluteFill>
  )
}

registerRoot(() => (
  <Composition id="short" component={Video} durationInFrames={data.pictures} fps={30} width={width} height={height} />
))
`

/** \`node render.mjs bundle\` once, then \`node render.mjs <browser>\`. */
export const renderer = `
import { resolve } from 'node:path'
import { bundle } from '@remotion/bundler'
import { renderMedia, selectComposition } from '@remotion/renderer'

const [browserExecutable] = process.argv.slice(2)
const outDir = resolve('bundled')
if (browserExecutable === 'bundle') await bundle({ entryPoint: resolve('index.jsx'), outDir, publicDir: resolve('public') })
else {
  const browser = { browserExecutable, chromeMode: 'chrome-for-testing' }
  const composition = await selectComposition({ serveUrl: outDir, id: 'short', ...browser })
  await renderMedia({
    ...{ composition, serveUrl: outDir, codec: 'h264', outputLocation: 'remotion.mp4', ...browser },
    ...{ concurrency: '100%', crf: 20, x264Preset: 'veryfast', overwrite: true },
  })
}
process.exit()
`
