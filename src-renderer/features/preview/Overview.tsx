import { useMemo } from 'react'
import type { SpokenText } from '#shared/desktop.ts'
import css from './Overview.module.css'
import { overviewOf } from './overviewOf.ts'

/** How loud the voice is over its length, darker as far as it was played. `reached` is a share, 0 to 1. */
export function Overview({ spoken, reached }: { readonly spoken: SpokenText | undefined; readonly reached: number }) {
  const { path, width } = useMemo(() => {
    const bars = overviewOf(spoken)
    const rects = bars.map((bar, index) => `M${index * 3} ${14 - bar * 13}h2v${bar * 26}h-2z`)
    return { path: rects.join(''), width: bars.length * 3 }
  }, [spoken])
  return (
    <svg className={css.overview} viewBox={`0 0 ${width} 28`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
      <path className={css.played} d={path} style={{ clipPath: `inset(0 ${(1 - reached) * 100}% 0 0)` }} />
    </svg>
  )
}
