import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import css from './Slider.module.css'

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly minimum: number
  readonly maximum: number
  readonly step: number
  /** The value in words. */
  readonly shown: string
  readonly onChange: (value: number) => void
}

export function Slider({ label, value, minimum, maximum, step, shown, onChange }: SliderProps) {
  return (
    <AriaSlider
      className={css.slider!}
      value={value}
      minValue={minimum}
      maxValue={maximum}
      step={step}
      onChange={(changed) => onChange(changed as number)}
    >
      <Label>{label}</Label>
      <SliderOutput className={css.value!}>{shown}</SliderOutput>
      <SliderTrack className={css.track!}>
        {({ state }) => (
          <>
            <span className={css.filled} style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={css.thumb!} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  )
}
