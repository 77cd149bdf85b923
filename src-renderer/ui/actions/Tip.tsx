import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './Keys.tsx'
import css from './Tip.module.css'

interface TipProps {
  readonly text: string
  /** A shortcut, as `keysOf` writes it. */
  readonly keys?: string | undefined
  readonly placement?: 'top' | 'right' | 'bottom' | 'left'
  readonly children: ReactElement
}

/** A few words beside a button that has none of its own. */
export function Tip({ text, keys, placement = 'bottom', children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <Tooltip className={css.tip!} placement={placement} offset={6}>
        {text}
        {keys && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
