import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'
import css from './IconButton.module.css'
import { Tip } from './Tip.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Its name, shown as a tip too. */
  readonly label: string
  readonly keys?: string | undefined
  readonly size?: 'small' | 'normal'
  readonly placement?: 'top' | 'right' | 'bottom' | 'left'
  readonly children: ReactNode
}

/** A button with an icon instead of words; its name is shown as its tip. */
export function IconButton({ label, keys, size = 'normal', placement, children, ...props }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys} {...(placement && { placement })}>
      <Button {...props} aria-label={label} className={css.button!} data-size={size}>
        {children}
      </Button>
    </Tip>
  )
}
