import type { ReactNode } from 'react'
import css from './Empty.module.css'

interface EmptyProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly children?: ReactNode
}

/** What a place says while there is nothing in it. */
export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <div className={css.empty}>
      {icon && <div className={css.icon}>{icon}</div>}
      <h2 className={css.title}>{title}</h2>
      {children}
    </div>
  )
}
