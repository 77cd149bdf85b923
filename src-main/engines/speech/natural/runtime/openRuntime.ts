import { readFile } from 'node:fs/promises'
import type * as Ort from 'onnxruntime-node'
import type { Model, NumberType, Runtime, RuntimeName } from './runtime.ts'

type Library = typeof Ort

/** Loads a runtime's library; rejects where this machine can't. */
export type LoadRuntime = Readonly<Record<RuntimeName, () => Promise<Library>>>

/** Each is loaded when it is asked for: it takes a tenth of a second and tens of megabytes. */
export const libraries: LoadRuntime = {
  native: () => import('onnxruntime-node'),
  wasm: () => import('onnxruntime-web') as unknown as Promise<Library>,
}

/** Errors and fatal errors; its warnings are about graphs that are not ours. */
const onlyErrors = 3

/**
 * Opens ONNX Runtime: the native one, else the one in WebAssembly. The native one can't load on Intel Macs, on systems
 * with musl or an old glibc, and on some Windows machines; nor where npm has left an optional dependency out. Rejects
 * where neither loads.
 *
 * @param only not to try the native one, which has crashed here
 */
export async function openRuntime(threads: number, only?: 'wasm', load = libraries): Promise<Runtime> {
  if (only === 'wasm') return openWasm(threads, load)
  try {
    return openNative(await load.native(), threads)
  } catch (error) {
    return { ...(await openWasm(threads, load)), lack: error instanceof Error ? error.message : String(error) }
  }
}

function openNative({ InferenceSession, Tensor }: Library, threads: number): Runtime {
  return {
    name: 'native',
    openModel: async (path) => {
      const session = await InferenceSession.create(path, {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        logSeverityLevel: onlyErrors,
        // Threads that have nothing to do sleep: the encoder wants their cores. Measured on two busy cores (median of 9):
        // 1.1 s in place of 1.4 s for the same speech, and 0.67 s of processor time in place of 0.85.
        extra: { session: { intra_op: { allow_spinning: '0' } } },
      })
      return modelOf(session, Tensor)
    },
  }
}

async function openWasm(threads: number, load: LoadRuntime): Promise<Runtime> {
  const { InferenceSession, Tensor, env } = await load.wasm()
  env.wasm.numThreads = threads
  return {
    name: 'wasm',
    openModel: async (path) => {
      const options = { executionProviders: ['wasm'], logSeverityLevel: onlyErrors } as const
      return modelOf(await InferenceSession.create(await readFile(path), options), Tensor)
    },
  }
}

function modelOf(session: Ort.InferenceSession, Tensor: Library['Tensor']): Model {
  const inputs = session.inputMetadata.flatMap((port) => (port.isTensor ? [[port.name, port.type] as const] : []))
  return {
    inputs: new Map(inputs),
    outputs: session.outputNames,
    run: async (feeds) => {
      const given = Object.entries(feeds).map(([name, { type, data, dims }]) => [name, new Tensor(type, data, dims)])
      const results = Object.entries(await session.run(Object.fromEntries(given)))
      return new Map(results.map(([name, { data }]) => [name, data as Float32Array | Int32Array | BigInt64Array]))
    },
  }
}

/** Numbers as a tensor of the kind that a model wants. */
export function numbersAs(type: NumberType, values: readonly number[] | Float32Array) {
  if (type === 'float32') return Float32Array.from(values)
  return type === 'int32' ? Int32Array.from(values) : BigInt64Array.from(values, BigInt)
}
