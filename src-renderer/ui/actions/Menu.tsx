import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { Keys } from './Keys.tsx'
import css from './Menu.module.css'

interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  readonly isDisabled?: boolean
  readonly danger?: boolean
  readonly onAction: () => void
}

interface MenuGroup {
  readonly id: string
  readonly heading?: string
  readonly entries: readonly MenuEntry[]
}

interface MenuProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  /** The button that opens it. */
  readonly children: ReactElement
}

/** What else can be done, behind a button. Groups without entries are left out. */
export function Menu({ label, groups, children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={css.popover!} offset={4}>
        <AriaMenu className={css.menu!} aria-label={label}>
          {groups
            .filter(({ entries }) => entries.length > 0)
            .map(({ id, heading, entries }) => (
              <MenuSection key={id} className={css.group!} {...(!heading && { 'aria-label': label })}>
                {heading && <Header className={css.heading!}>{heading}</Header>}
                {entries.map((entry) => (
                  <Entry key={entry.id} {...entry} />
                ))}
              </MenuSection>
            ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ id, label, icon, keys, isDisabled = false, danger, onAction }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      className={css.item!}
      isDisabled={isDisabled}
      data-danger={danger || undefined}
      onAction={onAction}
    >
      <span className={css.icon}>{icon}</span>
      <span className={css.label}>{label}</span>
      {keys && <Keys keys={keys} />}
    </MenuItem>
  )
}
