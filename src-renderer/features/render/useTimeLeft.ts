import { useEffect, useRef, useState } from 'react'
import type { JobSummary } from '#shared/job.ts'
import { type Sample, secondsLeft } from './secondsLeft.ts'

/** How long a running job still takes; undefined while nobody can know. */
export function useTimeLeft(job: JobSummary | undefined): number | undefined {
  const samples = useRef<Sample[]>([])
  const [left, setLeft] = useState<number>()
  const running = job?.state === 'running'
  const { id, progress } = job ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: another job, or another run of it, begins anew
  useEffect(() => {
    samples.current = []
    setLeft(undefined)
  }, [id, running])
  useEffect(() => {
    if (!running || progress === undefined) return
    samples.current.push({ at: performance.now() / 1000, progress })
    setLeft(secondsLeft(samples.current))
  }, [running, progress])
  return running ? left : undefined
}
