import { ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
} from 'react-aria-components'
import { Keys } from './Keys.tsx'
import css from './Menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** A second line, smaller. */
  readonly note?: string | undefined
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  readonly isDisabled?: boolean
  readonly danger?: boolean
  /** Left out where it opens another menu. */
  readonly onAction?: () => void
  /** A menu of its own that it opens. */
  readonly groups?: readonly MenuGroup[]
}

export interface MenuGroup {
  readonly id: string
  readonly heading?: string
  readonly entries: readonly MenuEntry[]
}

interface MenuProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  /** Whether it is open, where others open it too; else its button decides. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  /** The button that opens it. */
  readonly children: ReactElement
}

/** What else can be done, behind a button. Groups without entries are left out. */
export function Menu({ label, groups, children, ...open }: MenuProps) {
  return (
    <MenuTrigger {...open}>
      {children}
      <Popover className={css.popover!} offset={4}>
        {/* What opens it from elsewhere is a key: the first entry is ready to be taken. */}
        <Groups label={label} groups={groups} {...(open.isOpen !== undefined && { autoFocus: 'first' })} />
      </Popover>
    </MenuTrigger>
  )
}

function Groups({ label, groups, ...focus }: Pick<MenuProps, 'label' | 'groups'> & { readonly autoFocus?: 'first' }) {
  return (
    <AriaMenu className={css.menu!} aria-label={label} {...focus}>
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ id, heading, entries }) => (
          <MenuSection key={id} className={css.group!} {...(!heading && { 'aria-label': label })}>
            {heading && <Header className={css.heading!}>{heading}</Header>}
            {entries.map((entry) =>
              entry.groups ? (
                <SubmenuTrigger key={entry.id}>
                  <Entry {...entry} />
                  <Popover className={css.popover!} offset={-2} crossOffset={-4}>
                    <Groups label={entry.label} groups={entry.groups} />
                  </Popover>
                </SubmenuTrigger>
              ) : (
                <Entry key={entry.id} {...entry} />
              ),
            )}
          </MenuSection>
        ))}
    </AriaMenu>
  )
}

function Entry({ id, label, note, icon, keys, isDisabled = false, danger, onAction, groups }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      className={css.item!}
      isDisabled={isDisabled}
      data-danger={danger || undefined}
      {...(onAction && { onAction })}
    >
      <span className={css.icon}>{icon}</span>
      <span className={css.words}>
        <span className={css.label}>{label}</span>
        {note && <span className={css.note}>{note}</span>}
      </span>
      {keys && <Keys keys={keys} />}
      {groups && <ChevronRight size={14} strokeWidth={1.5} className={css.arrow} aria-hidden="true" />}
    </MenuItem>
  )
}
