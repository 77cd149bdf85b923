import type { ReactNode } from 'react'
import css from './PageHeader.module.css'

/** A page's name, and what belongs to all of it. */
export function PageHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className={css.header}>
      <h1 className={css.title}>{title}</h1>
      {children}
    </header>
  )
}
