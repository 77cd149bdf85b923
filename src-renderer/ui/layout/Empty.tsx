import type { ReactNode } from 'react'
import css from './Empty.module.css'

interface EmptyProps {
  readonly picture?: ReactNode
  readonly title: string
  readonly children?: ReactNode
}

/** What a place says while there is nothing in it. */
export function Empty({ picture, title, children }: EmptyProps) {
  return (
    <div className={css.empty}>
      {picture && <div className={css.picture}>{picture}</div>}
      <h2 className={css.title}>{title}</h2>
      {children}
    </div>
  )
}
