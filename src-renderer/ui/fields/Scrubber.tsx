import type { ReactNode } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import css from './Scrubber.module.css'

interface ScrubberProps {
  readonly label: string
  readonly value: number
  readonly maximum: number
  readonly step?: number
  readonly isDisabled?: boolean
  readonly onChange: (value: number) => void
  /** What is drawn along its length. */
  readonly children: ReactNode
}

/** Where something that plays is, to be taken elsewhere. */
export function Scrubber({ label, value, maximum, step = 1, isDisabled = false, onChange, children }: ScrubberProps) {
  return (
    <Slider
      className={css.slider!}
      aria-label={label}
      minValue={0}
      maxValue={maximum}
      step={step}
      value={value}
      isDisabled={isDisabled}
      onChange={(to) => onChange(to as number)}
    >
      <SliderTrack className={css.track!}>
        {children}
        <SliderThumb className={css.thumb!} />
      </SliderTrack>
    </Slider>
  )
}
