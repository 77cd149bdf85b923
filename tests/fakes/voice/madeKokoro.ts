import { createGraph, type Graph, type Kind } from './onnxWriter.ts'

/** Samples of one unit of the durations: 25 ms at 24,000 a second, as in Kokoro. */
const unit = 600
const vocabulary = 178
const space = 16
const rests = new Set([1, 2, 3, 4, 5, 6, 9, 10])
const stresses = new Set([156, 157])

/** How many units a token lasts at speed 1. */
export function unitsOf(token: number): number {
  if (token === 0) return 8
  if (rests.has(token)) return 10
  return token === space || stresses.has(token) ? 1 : 3
}

const isHeard = (token: number) => token !== 0 && token !== space && !rests.has(token)

/** How one export differs from another. */
export interface MadeKokoro {
  readonly ports?: { readonly ids: string; readonly waveform: string; readonly durations: string }
  /** The kind of number of the speed. */
  readonly speed?: Kind
  /** Layers of random weights, a million each, that the sound goes through: what a real model costs. */
  readonly layers?: number
  /** How many times each unit of sound goes through them. */
  readonly rows?: number
}

/** As the exports of onnx-community call them. */
const timestamped = { ids: 'input_ids', waveform: 'waveform', durations: 'durations' } as const

/**
 * A model with the ports of Kokoro's exports that tell durations: tokens, style and speed to a waveform and how long
 * each token lasts. Each token is a sine of its own pitch, which the style's first number moves.
 */
export function madeKokoro({
  ports = timestamped,
  speed = 'float32',
  layers = 0,
  rows = 1,
}: MadeKokoro = {}): Uint8Array {
  const g = createGraph()
  const ids = Array.from({ length: vocabulary }, (_, id) => id)
  const pace = speed === 'float32' ? 'speed' : g.op('Cast', ['speed'], g.to('float32'))
  const lasting = g.op('Gather', [g.floats(ids.map(unitsOf)), ports.ids])
  const paced = g.op('Max', [g.op('Round', [g.op('Div', [lasting, pace])]), g.floats([1])])
  g.op('Cast', [paced], g.to('int64'), ports.durations)
  // Which token each unit belongs to: as many as have ended by then.
  const ends = g.op('CumSum', [paced, g.longs([1], [])])
  const count = g.op('Cast', [g.op('ReduceMax', [ends], { keepdims: 0 })], g.to('int64'))
  const units = g.op('Cast', [g.op('Range', [g.longs([0], []), count, g.longs([1], [])])], g.to('float32'))
  const column = g.op('Unsqueeze', [units, g.longs([1])])
  const ended = g.op('Cast', [g.op('GreaterOrEqual', [column, ends])], g.to('float32'))
  const owner = g.op('Cast', [g.op('ReduceSum', [ended, g.longs([1])], { keepdims: 0 })], g.to('int64'))
  const token = g.op('Gather', [g.op('Squeeze', [ports.ids, g.longs([0])]), owner])
  const timbre = g.op('Gather', [g.op('Squeeze', ['style', g.longs([0])]), g.longs([0], [])])
  const tones = g.op('Gather', [g.floats(ids.map((id) => 110 + 4 * id)), token])
  const pitch = g.op('Mul', [tones, g.op('Add', [timbre, g.floats([1])])])
  const loudness = g.op('Gather', [g.floats(ids.map((id) => (isHeard(id) ? 0.3 : 0))), token])
  const offsets = g.floats(
    Array.from({ length: unit }, (_, at) => (2 * Math.PI * at) / 24_000),
    [1, unit],
  )
  const begins = g.op('Mul', [column, g.floats([(2 * Math.PI * unit) / 24_000])])
  const angle = g.op('Mul', [g.op('Unsqueeze', [pitch, g.longs([1])]), g.op('Add', [begins, offsets])])
  const sound = g.op('Mul', [g.op('Sin', [angle]), g.op('Unsqueeze', [loudness, g.longs([1])])])
  const weighed = layers > 0 ? withLayers(g, sound, column, { layers, rows }) : sound
  g.op('Reshape', [weighed, g.longs([1, -1])], {}, ports.waveform)
  return g.model(
    [
      { name: ports.ids, kind: 'int64', dims: [1, 'tokens'] },
      { name: 'style', kind: 'float32', dims: [1, 256] },
      { name: 'speed', kind: speed, dims: [1] },
    ],
    [
      { name: ports.waveform, kind: 'float32', dims: [1, 'samples'] },
      { name: ports.durations, kind: 'int64', dims: [1, 'tokens'] },
    ],
  )
}

/** Puts pairs of matrices of 512 times 1024 beside the sound: 1,048,576 weights a layer, whose result is not heard. */
function withLayers(
  g: Graph,
  sound: string,
  column: string,
  { layers, rows }: Required<Pick<MadeKokoro, 'layers' | 'rows'>>,
): string {
  const weights = (dims: readonly number[]) =>
    g.floats(
      Float32Array.from({ length: 512 * 1024 }, () => (Math.random() - 0.5) / 16),
      dims,
    )
  const each = g.op('Mul', [column, g.floats(new Float32Array(rows * 512).fill(0.01), [1, rows * 512])])
  let at = g.op('Reshape', [each, g.longs([-1, 512])])
  for (let layer = 0; layer < layers; layer++) {
    const wide = g.op('Relu', [g.op('MatMul', [at, weights([512, 1024])])])
    at = g.op('Tanh', [g.op('Add', [at, g.op('MatMul', [wide, weights([1024, 512])])])])
  }
  const back = g.op('Reshape', [at, g.longs([-1, rows * 512])])
  const inaudible = g.op('Mul', [g.op('ReduceMean', [back], { axes: [1], keepdims: 1 }), g.floats([1e-6])])
  return g.op('Add', [sound, inaudible])
}

/** A voice's file: 510 rows of 256 numbers, of which the first is its timbre (0 for the tones as they are). */
export const madeVoice = (timbre: number): Uint8Array =>
  new Uint8Array(Float32Array.from({ length: 510 * 256 }, (_, at) => (at % 256 === 0 ? timbre : 0)).buffer)
