/** The part of WebAssembly that is used here. Its types ship with TypeScript's DOM library only, which Node code must not see. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]?: string
  }
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (...args: never[]) => number>>)
    readonly exports: Readonly<Record<string, unknown>>
  }
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>
}
