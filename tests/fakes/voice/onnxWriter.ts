// Writes ONNX models with nothing but the wire format of protobuf (onnx.proto3: ModelProto, GraphProto, NodeProto,
// AttributeProto, TensorProto, ValueInfoProto). The numbers below are its field numbers.

type Bytes = Uint8Array<ArrayBuffer>

function varint(value: number): Bytes {
  const bytes: number[] = []
  // By arithmetic, since a length may need more than 31 bits; -1 is written as all ten bytes of 64 bits.
  let left = BigInt.asUintN(64, BigInt(value))
  do {
    const low = Number(left & 127n)
    left >>= 7n
    bytes.push(left > 0n ? low | 128 : low)
  } while (left > 0n)
  return Uint8Array.from(bytes)
}

const join = (parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))
const integer = (field: number, value: number) => join([varint(field << 3), varint(value)])
const block = (field: number, bytes: Uint8Array) => join([varint((field << 3) | 2), varint(bytes.length), bytes])
const text = (field: number, value: string) => block(field, Buffer.from(value))

const kinds = { float32: 1, int32: 6, int64: 7 } as const
export type Kind = keyof typeof kinds

/** What goes into a model or comes out of it; a length that varies has a name. */
interface Port {
  readonly name: string
  readonly kind: Kind
  readonly dims: readonly (number | string)[]
}

const attributeTypes = { integer: 2, integers: 7 } as const
type Attributes = Readonly<Record<string, number | readonly number[]>>

function attribute([name, value]: [string, number | readonly number[]]): Bytes {
  if (typeof value === 'number') return join([text(1, name), integer(3, value), integer(20, attributeTypes.integer)])
  return join([text(1, name), ...value.map((one) => integer(8, one)), integer(20, attributeTypes.integers)])
}

function portProto({ name, kind, dims }: Port): Bytes {
  const shape = dims.map((dim) => block(1, typeof dim === 'number' ? integer(1, dim) : text(2, dim)))
  return join([text(1, name), block(2, block(1, join([integer(1, kinds[kind]), block(2, join(shape))])))])
}

export interface Graph {
  /** Adds an operator; gives the name of what comes out of it. */
  op(type: string, inputs: readonly string[], attributes?: Attributes, output?: string): string
  floats(values: readonly number[] | Float32Array, dims?: readonly number[]): string
  longs(values: readonly number[], dims?: readonly number[]): string
  /** The kind as `Cast` wants it. */
  to(kind: Kind): Attributes
  /** The whole model, as the bytes of its file. */
  model(inputs: readonly Port[], outputs: readonly Port[]): Bytes
}

export function createGraph(): Graph {
  const nodes: Bytes[] = []
  const constants: Bytes[] = []
  let count = 0
  const newName = () => `t${++count}`

  function constant(kind: Kind, data: Float32Array | BigInt64Array, dims: readonly number[]): string {
    const name = newName()
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    const shape = dims.map((dim) => integer(1, dim))
    constants.push(join([...shape, integer(2, kinds[kind]), text(8, name), block(9, raw)]))
    return name
  }
  return {
    op: (type, inputs, attributes = {}, output = newName()) => {
      nodes.push(
        join([
          ...inputs.map((input) => text(1, input)),
          text(2, output),
          text(3, `n${nodes.length}`),
          text(4, type),
          ...Object.entries(attributes).map((entry) => block(5, attribute(entry))),
        ]),
      )
      return output
    },
    floats: (values, dims = [values.length]) => constant('float32', Float32Array.from(values), dims),
    longs: (values, dims = [values.length]) => constant('int64', BigInt64Array.from(values, BigInt), dims),
    to: (kind) => ({ to: kinds[kind] }),
    model: (inputs, outputs) => {
      const graph = join([
        ...nodes.map((node) => block(1, node)),
        text(2, 'made-for-tests'),
        ...constants.map((one) => block(5, one)),
        ...inputs.map((port) => block(11, portProto(port))),
        ...outputs.map((port) => block(12, portProto(port))),
      ])
      const [irVersion, opset] = [8, 17]
      return join([integer(1, irVersion), block(7, graph), block(8, join([text(1, ''), integer(2, opset)]))])
    },
  }
}
