import fc, { type Arbitrary } from 'fast-check'

type Schema = Readonly<Record<string, unknown>>

/** Values that fit a JSON Schema (2020-12), as far as this project's own ones go. `$ref`s lead into `components`. */
export function fromJsonSchema(schema: Schema, components: Readonly<Record<string, Schema>>): Arbitrary<unknown> {
  const build = (inner: unknown): Arbitrary<unknown> => fromJsonSchema(inner as Schema, components)
  if (typeof schema.$ref === 'string') return build(components[schema.$ref.split('/').at(-1)!])
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (Array.isArray(alternatives)) return fc.oneof(...alternatives.map(build))
  switch (schema.type) {
    case 'object':
      return objects(schema, build)
    case 'array':
      return fc.array(build(schema.items ?? {}), { maxLength: Math.min(5, Number(schema.maxItems ?? 5)) })
    case 'string':
      return strings(schema)
    case 'integer':
      return fc.integer({
        min: Math.max(-1e6, bound(schema.minimum, -1e6)),
        max: Math.min(1e6, bound(schema.maximum, 1e6)),
      })
    case 'number':
      return fc.double({ min: bound(schema.minimum, -1e6), max: bound(schema.maximum, 1e6), noNaN: true })
    case 'boolean':
      return fc.boolean()
    default:
      return fc.jsonValue()
  }
}

function objects(schema: Schema, build: (inner: unknown) => Arbitrary<unknown>): Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, unknown>)
  const required = (schema.required ?? []) as string[]
  return fc.record(Object.fromEntries(properties.map(([name, inner]) => [name, build(inner)])), {
    requiredKeys: required,
  })
}

function strings(schema: Schema): Arbitrary<string> {
  if (typeof schema.pattern === 'string') {
    // A few letters and digits stand for all there are: fast-check would take seconds to list them.
    const pattern = schema.pattern.replaceAll('\\p{L}', 'A-Za-zÄßé東あ').replaceAll('\\p{N}', '0-9Ⅷ')
    return fc.stringMatching(new RegExp(pattern, 'u'))
  }
  const minLength = bound(schema.minLength, 0)
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('— pause —', '[pause]', 'a word. ', '\u0000', '\ud800'),
  )
  const text = fc.array(unit, { minLength, maxLength: minLength + 8 }).map((parts) => parts.join(''))
  const address = fc.oneof(
    fc.webUrl(),
    fc.constantFrom('http://127.1/', 'https://hooks.example/a', '//x', 'http://[::1]'),
  )
  return fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: address })
}

const bound = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)
