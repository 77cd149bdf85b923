import type { ReactNode } from 'react'
import css from './Group.module.css'

/** Controls that belong together, under a small heading. */
export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={css.group}>
      <legend className={css.title}>{title}</legend>
      {children}
    </fieldset>
  )
}
