import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import css from './Switch.module.css'

interface SwitchProps {
  readonly isSelected: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
  readonly note?: string
}

/** Something that is on or off, at once. */
export function Switch({ isSelected, onChange, children, note }: SwitchProps) {
  return (
    <AriaSwitch className={css.switch!} isSelected={isSelected} onChange={onChange}>
      <span className={css.words}>
        {children}
        {note && <span className={css.note}>{note}</span>}
      </span>
      <span className={css.track} aria-hidden="true" />
    </AriaSwitch>
  )
}
