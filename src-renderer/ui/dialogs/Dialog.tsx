import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../actions/IconButton.tsx'
import css from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly width?: 'small' | 'wide'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet over the window that has to be closed before anything else. */
export function Dialog({ title, isOpen, width = 'wide', onClose, children }: DialogProps) {
  const { common } = useStrings()
  return (
    <ModalOverlay className={css.overlay!} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={css.modal!} data-width={width}>
        <AriaDialog className={css.dialog!}>
          <header className={css.header}>
            <Heading slot="title" className={css.title!}>
              {title}
            </Heading>
            <IconButton size="small" label={common.close} onPress={onClose}>
              <X />
            </IconButton>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
