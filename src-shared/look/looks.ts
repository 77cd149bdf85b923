import { Look, type LookInput, type NamedLook } from './look.ts'

const named = (name: string, description: string, look: LookInput): NamedLook => ({
  name,
  description,
  look: Look.parse(look),
})

/** The looks that come with the product; the first is what everybody gets who asks for none. */
export const builtInLooks: readonly NamedLook[] = [
  // What a look is that says nothing, so that a look of one line is the default with that line.
  named('dusk', 'Warm light over deep violet, bold captions, the spoken word in apricot', {}),
  named('graphite', 'Almost black, quiet type, for a voice that needs no help', {
    background: { kind: 'gradient', name: 'graphite' },
    captions: { preset: 'minimal', place: 'middle', colours: { lit: '#ff8a5c', edge: '#060607' } },
    waveform: { style: 'line', colour: '#f2efe9', place: 'bottom', height: 0.12 },
  }),
  named('aurora', 'Northern light, whole phrases that fill with colour as they are said', {
    background: { kind: 'gradient', name: 'aurora' },
    captions: { preset: 'karaoke', colours: { lit: '#8ff5cf', edge: '#02080d' } },
    waveform: { style: 'bars', colour: '#b9f7e1', height: 0.16 },
  }),
  named('paper', 'Ink on warm paper, a serif, the spoken word in vermilion', {
    background: { kind: 'gradient', name: 'paper' },
    captions: {
      preset: 'default',
      face: 'Newsreader',
      place: 'middle',
      colours: { text: '#2b2420', lit: '#d0421b', edge: '#f4ecdf' },
    },
    waveform: { style: 'line', colour: '#c2532d', place: 'bottom', height: 0.12 },
  }),
  named('cobalt', 'Loud: capitals on electric blue, one word in yellow', {
    background: { kind: 'gradient', name: 'cobalt' },
    captions: {
      preset: 'default',
      face: 'Anton',
      upperCase: true,
      place: 'middle',
      colours: { lit: '#ffe14d', edge: '#08104f' },
    },
    waveform: { colour: '#ffffff', place: 'bottom' },
  }),
  named('ember', 'For your own pictures: the whole picture, slowly nearing, captions on plates', {
    background: { kind: 'gradient', name: 'ember' },
    fit: 'contain',
    dim: 0.12,
    motion: 'zoom-in',
    captions: { preset: 'boxed' },
    waveform: { style: 'bars', colour: '#ffb27a', place: 'bottom', height: 0.08 },
  }),
]

/** The built-in look of that name. */
export function builtInLook(name: string): NamedLook | undefined {
  return builtInLooks.find((entry) => entry.name === name)
}

/** What a job gets that names no look. */
export const defaultLook: Look = builtInLooks[0]!.look
