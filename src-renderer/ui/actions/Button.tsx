import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components'
import css from './Button.module.css'

interface ButtonProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  /** `primary` once per screen: what the click is for. */
  readonly variant?: 'primary' | 'plain' | 'quiet'
  readonly size?: 'normal' | 'large'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

export function Button({ variant = 'plain', size = 'normal', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={css.button!} data-variant={variant} data-size={size}>
      {icon}
      {children}
    </AriaButton>
  )
}
