import { type Command, shortcuts } from '#shared/desktop/shortcuts.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Strings } from '../../strings/en.ts'
import { keysOf } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Keys } from '../../ui/actions/Keys.tsx'
import { Dialog } from '../../ui/dialogs/Dialog.tsx'
import css from './ShortcutsDialog.module.css'

const groups = {
  go: ['editor', 'library', 'automation', 'settings', 'find', 'shortcuts'],
  script: ['new-script', 'open-script', 'undo', 'redo'],
  make: ['play', 'safe-areas', 'make', 'cancel'],
  parts: [
    'insert-mark',
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
    <Dialog title={strings.shortcuts.title} isOpen={shown} onClose={() => showShortcuts(false)}>
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
