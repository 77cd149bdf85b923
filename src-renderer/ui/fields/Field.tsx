import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import css from './Field.module.css'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  readonly placeholder?: string
  readonly note?: ReactNode
  /** What is wrong with the value. */
  readonly error?: string | undefined
  readonly type?: 'text' | 'password' | 'url' | 'search'
  readonly lines?: number
  readonly hideLabel?: boolean
  readonly autoFocus?: boolean
  /** What stands at the input's right. */
  readonly action?: ReactNode
}

/** A line, or some, to write in. */
export function Field(props: FieldProps) {
  const { label, value, onChange, onEnter, onBlur, placeholder, note, error, type = 'text', lines, action } = props
  const shared = { className: css.input!, ...(placeholder !== undefined && { placeholder }) }
  return (
    <TextField
      className={css.field!}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoFocus={props.autoFocus ?? false}
      {...(onBlur && { onBlur })}
      {...(props.hideLabel && { 'aria-label': label })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && lines === undefined) onEnter?.()
        // It closes the dialog that the field is in.
        if (event.key === 'Escape') event.continuePropagation()
      }}
    >
      {!props.hideLabel && <Label>{label}</Label>}
      <div className={css.row}>
        {lines === undefined ? (
          <Input {...shared} type={type} autoComplete="off" spellCheck={false} />
        ) : (
          <TextArea {...shared} rows={lines} />
        )}
        {action}
      </div>
      <FieldError className={css.error!}>{error}</FieldError>
      {note !== undefined && error === undefined && (
        <Text slot="description" className={css.note!}>
          {note}
        </Text>
      )}
    </TextField>
  )
}
