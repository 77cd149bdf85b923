/** Values that can be made again, by key. */
export interface BoundedCache<Value> {
  /** What all entries weigh together. */
  readonly weight: number
  /** The value under a key; made, and kept, where there is none. */
  remember(key: string, make: () => Value): Value
}

/**
 * Keeps what was used last, as long as all of it weighs no more than `most`. A value that alone weighs more is not kept.
 *
 * @param weigh what a value weighs, in whatever unit `most` has
 */
export function openBoundedCache<Value>(most: number, weigh: (value: Value) => number): BoundedCache<Value> {
  // In the order of use: a Map lists what was set last as the last.
  const entries = new Map<string, { readonly value: Value; readonly weight: number }>()
  let weight = 0
  return {
    get weight() {
      return weight
    },
    remember(key, make) {
      const entry = entries.get(key)
      if (entry) {
        entries.delete(key)
        entries.set(key, entry)
        return entry.value
      }
      const value = make()
      const own = weigh(value)
      if (own > most) return value
      entries.set(key, { value, weight: own })
      weight += own
      for (const [oldest, entry] of entries) {
        if (weight <= most) break
        entries.delete(oldest)
        weight -= entry.weight
      }
      return value
    },
  }
}
