import { useId } from 'react'
import css from './Swatch.module.css'

interface SwatchProps {
  readonly label: string
  /** `#rrggbb` */
  readonly value: string
  readonly onChange: (colour: string) => void
}

/** A colour, chosen with the system's own dialog. */
export function Swatch({ label, value, onChange }: SwatchProps) {
  const id = useId()
  return (
    <div className={css.row}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={css.swatch}
        type="color"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
