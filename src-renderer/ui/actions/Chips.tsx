import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import css from './Chips.module.css'

interface ChipsProps<Id extends string> {
  readonly label: string
  readonly chips: readonly { readonly id: Id; readonly label: string }[]
  readonly chosen: readonly Id[]
  readonly onChange: (chosen: ReadonlySet<Id>) => void
}

/** A few things, each of them taken or not. */
export function Chips<Id extends string>({ label, chips, chosen, onChange }: ChipsProps<Id>) {
  return (
    <ToggleButtonGroup
      className={css.chips!}
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChange(keys as Set<Id>)}
    >
      {chips.map((chip) => (
        <ToggleButton key={chip.id} id={chip.id} className={css.chip!}>
          {chip.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
