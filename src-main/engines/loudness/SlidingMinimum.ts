/** The least of the latest values, as many as `span`, which are infinite before the first. */
export class SlidingMinimum {
  readonly #span: number
  /** Values that may yet be the least, ascending, and when they came: a queue in a ring. */
  readonly #values: Float64Array
  readonly #times: Float64Array
  #first = 0
  #last = 0
  #now = 0

  constructor(span: number) {
    this.#span = span
    this.#values = new Float64Array(span).fill(Number.POSITIVE_INFINITY)
    this.#times = new Float64Array(span)
  }

  /** Takes the next value and returns the least of the latest. */
  next(value: number): number {
    const [span, values, times] = [this.#span, this.#values, this.#times]
    let [first, last] = [this.#first, this.#last]
    if (times[first]! <= this.#now - span) first = first + 1 === span ? 0 : first + 1
    // The queue is never empty: the value that came just now is in it.
    while (values[last]! >= value && last !== first) last = last === 0 ? span - 1 : last - 1
    if (values[last]! < value) last = last + 1 === span ? 0 : last + 1
    values[last] = value
    times[last] = this.#now++
    this.#first = first
    this.#last = last
    return values[first]!
  }
}
