/** What a stage costs, in shares of a segment's work: speech is made many times faster than a picture, but not than sound. */
const stageWeights = {
  picture: { speak: 0.25, render: 0.75 },
  sound: { speak: 0.6, render: 0.4 },
} as const
export type Stage = keyof (typeof stageWeights)['picture']

/** What is left for packing when all segments are done. */
const packing = 2

export interface Weigher {
  /** Notes that a segment's stage has come so far (0 to 1). Returns the job's progress: 0 to 98, never less than before. */
  advance(position: number, stage: Stage, share: number): number
  /** A segment is through, whether it was made or failed. */
  finish(position: number): number
}

/**
 * Weighs a job's progress by what its segments are expected to cost.
 *
 * @param seconds expected seconds of speech, by segment
 * @param output what is rendered
 */
export function weighProgress(seconds: readonly number[], output: keyof typeof stageWeights): Weigher {
  const weights = stageWeights[output]
  const total = seconds.reduce((sum, value) => sum + value, 0) || 1
  const done = seconds.map(() => ({ speak: 0, render: 0 }))
  let reached = 0
  const progress = () => {
    const work = done.reduce((sum, stages, position) => {
      const share = stages.speak * weights.speak + stages.render * weights.render
      return sum + share * (seconds[position] ?? 0)
    }, 0)
    reached = Math.max(reached, (100 - packing) * Math.min(1, work / total))
    return reached
  }
  return {
    advance(position, stage, share) {
      const stages = done[position]
      if (stages) stages[stage] = Math.max(stages[stage], Math.min(1, share))
      return progress()
    },
    finish(position) {
      done[position] = { speak: 1, render: 1 }
      return progress()
    },
  }
}
