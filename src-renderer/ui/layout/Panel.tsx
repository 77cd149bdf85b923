import { type ReactNode, useId } from 'react'
import css from './Panel.module.css'

interface PanelProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of a page, on a sheet of its own. */
export function Panel({ title, aside, children }: PanelProps) {
  const id = useId()
  return (
    <section className={css.panel} aria-labelledby={id}>
      <header className={css.header}>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <div className={css.body}>{children}</div>
    </section>
  )
}
