import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import css from './Segmented.module.css'

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: ReactNode }[]
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
}

/** A few choices side by side, one of them taken. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
}: SegmentedProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      className={css.group!}
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => onChange(chosen as Value)}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={css.option!}>
          {option.icon}
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
