import { X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { type Command, shortcuts } from '#shared/desktop/shortcuts.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Strings } from '../../strings/en.ts'
import { keysOf } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Keys } from '../../ui/actions/Keys.tsx'
import css from './ShortcutsDialog.module.css'

const groups = {
  go: ['editor', 'library', 'automation', 'settings', 'find', 'shortcuts'],
  script: ['new-script', 'open-script', 'undo', 'redo'],
  make: ['play', 'safe-areas', 'make', 'cancel'],
  parts: [
    'split',
    'merge',
    'delete-segment',
    'previous-segment',
    'next-segment',
    'move-segment-up',
    'move-segment-down',
  ],
} as const satisfies Record<string, readonly Command[]>

export function ShortcutsDialog() {
  const strings = useStrings()
  const { shown, showShortcuts, platform } = useAppStore((state) => ({
    shown: state.shortcutsShown,
    showShortcuts: state.showShortcuts,
    platform: state.app.platform,
  }))
  return (
    <ModalOverlay className={css.overlay!} isOpen={shown} onOpenChange={showShortcuts} isDismissable>
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
          <div className={css.groups}>
            {Object.entries(groups).map(([group, commands]) => (
              <section key={group}>
                <h3 className={css.group}>{strings.shortcuts.groups[group as keyof typeof groups]}</h3>
                <dl>
                  {commands.map((command) => (
                    <div key={command} className={css.row}>
                      <dt>{namesOf(strings)[command]}</dt>
                      <dd>
                        {command === 'play' && <Keys keys={strings.shortcuts.space} />}
                        <Keys keys={keysOf(shortcuts[command], platform)} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What each command does, in words. */
const namesOf = ({ pages, common, script, shortcuts }: Strings): Record<Command, string> => ({
  ...pages,
  undo: common.undo,
  redo: common.redo,
  'new-script': script.newScript,
  ...shortcuts.names,
})
