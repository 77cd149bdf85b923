import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import css from './Section.module.css'

interface SectionProps {
  readonly title: string
  /** What is chosen in it, in a few words; seen while it is closed too. */
  readonly summary: string
  readonly isOpen: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

/** A part of the inspector that opens. */
export function Section({ title, summary, isOpen, onToggle, children }: SectionProps) {
  return (
    <Disclosure className={css.section!} isExpanded={isOpen} onExpandedChange={onToggle}>
      <Heading level={2} className={css.heading!}>
        <Button slot="trigger" className={css.trigger!}>
          <ChevronRight size={14} strokeWidth={2} className={css.arrow} aria-hidden="true" />
          <span className={css.title}>{title}</span>
          <span className={css.summary}>{summary}</span>
        </Button>
      </Heading>
      <DisclosurePanel className={css.panel!}>{isOpen && <div className={css.body}>{children}</div>}</DisclosurePanel>
    </Disclosure>
  )
}
