import { useMemo } from 'react'
import type { PreviewWindow } from '../../store/slices/previewSlice.ts'
import css from './Overview.module.css'
import { guessedOverview, overviewOf } from './overviewOf.ts'

interface OverviewProps {
  readonly shown: PreviewWindow | undefined
  /** A share, 0 to 1. */
  readonly reached: number
  /** Whether the voice is on its way. */
  readonly waits: boolean
}

/** How loud the voice is over its length, darker as far as it was played; paler while it is only guessed. */
export function Overview({ shown, reached, waits }: OverviewProps) {
  const { text = '', spoken } = shown ?? {}
  const { path, width } = useMemo(() => {
    const bars = spoken && spoken.levels.length > 0 ? overviewOf(spoken) : guessedOverview(text)
    const rects = bars.map((bar, index) => `M${index * 3} ${14 - bar * 13}h2v${bar * 26}h-2z`)
    return { path: rects.join(''), width: bars.length * 3 }
  }, [text, spoken])
  return (
    <svg
      className={css.overview}
      viewBox={`0 0 ${width} 28`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-guessed={spoken === undefined || undefined}
      data-waits={waits || undefined}
    >
      <path d={path} />
      <path className={css.played} d={path} style={{ clipPath: `inset(0 ${(1 - reached) * 100}% 0 0)` }} />
    </svg>
  )
}
