/** `native` is ONNX Runtime's own library, `wasm` its build for WebAssembly, which runs everywhere and several times as slow. */
export type RuntimeName = 'native' | 'wasm'

/** The kinds of numbers that Kokoro's exports take and give. */
export type NumberType = 'float32' | 'int32' | 'int64'

/** Numbers row by row, and their shape. */
export interface Tensor {
  readonly type: NumberType
  readonly data: Float32Array | Int32Array | BigInt64Array
  readonly dims: readonly number[]
}

/** A model that is in memory. */
export interface Model {
  /** The names of what goes in, and its kinds of numbers. */
  readonly inputs: ReadonlyMap<string, string>
  readonly outputs: readonly string[]
  /** Rejects with what the runtime says of a model or of numbers that don't fit. */
  run(feeds: Readonly<Record<string, Tensor>>): Promise<ReadonlyMap<string, Tensor['data']>>
}

export interface Runtime {
  readonly name: RuntimeName
  /** Why it is not the native one, in the system's words. */
  readonly lack?: string
  /** Reads an ONNX file. Rejects with what the runtime says of a file that is no whole model. */
  openModel(path: string): Promise<Model>
}
