import { X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { type Command, shortcuts } from '#shared/shortcuts.ts'
import { useStudio } from '../../store/useStudio.ts'
import type { Strings } from '../../strings/en.ts'
import { keysOf } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Keys } from '../../ui/Keys.tsx'
import css from './ShortcutsDialog.module.css'

const commands = Object.keys(shortcuts) as Command[]

export function ShortcutsDialog() {
  const strings = useStrings()
  const { shown, showShortcuts, platform } = useStudio((studio) => ({
    shown: studio.shortcutsShown,
    showShortcuts: studio.showShortcuts,
    platform: studio.app.platform,
  }))
  return (
    <ModalOverlay className={css.veil!} isOpen={shown} onOpenChange={showShortcuts} isDismissable>
      <Modal className={css.modal!}>
        <Dialog className={css.dialog!}>
          <header className={css.header}>
            <Heading slot="title" className={css.title!}>
              {strings.shortcuts.title}
            </Heading>
            <IconButton size="small" label={strings.common.close} onPress={() => showShortcuts(false)}>
              <X />
            </IconButton>
          </header>
          <dl className={css.list}>
            {commands.map((command) => (
              <div key={command} className={css.row}>
                <dt>{namesOf(strings)[command]}</dt>
                <dd>
                  <Keys keys={keysOf(shortcuts[command], platform)} />
                </dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What each command does, in words. */
const namesOf = ({ pages, common, script, shortcuts }: Strings): Record<Command, string> => ({
  ...pages,
  ...{ undo: common.undo, redo: common.redo, 'new-script': script.newScript },
  ...shortcuts.names,
})
