import { Check, ChevronsUpDown } from 'lucide-react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import css from './Select.module.css'

interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly note?: string | undefined }[]
  readonly onChange: (value: Value) => void
  /** Whether the label stands beside the control instead of above it. */
  readonly inline?: boolean
}

/** One choice of a list that opens. */
export function Select<Value extends string>({ label, value, options, onChange, inline = false }: SelectProps<Value>) {
  return (
    <AriaSelect
      className={css.select!}
      data-inline={inline || undefined}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(key as Value)}
    >
      <Label>{label}</Label>
      <Button className={css.button!}>
        <SelectValue className={css.value!}>{options.find((option) => option.value === value)?.label}</SelectValue>
        <ChevronsUpDown size={14} strokeWidth={1.5} aria-hidden="true" />
      </Button>
      <Popover className={css.popover!} offset={4}>
        <ListBox className={css.list!} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={css.item!}>
              <Text slot="label">{option.label}</Text>
              {option.note && (
                <Text slot="description" className={css.note!}>
                  {option.note}
                </Text>
              )}
              <Check size={14} strokeWidth={2} className={css.check} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
