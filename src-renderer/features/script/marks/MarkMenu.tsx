import { BadgePlus } from 'lucide-react'
import { shortcuts } from '#shared/desktop/shortcuts.ts'
import type { Card, Caret } from '../../../store/cards.ts'
import { useAppStore, useAppStoreApi } from '../../../store/useAppStore.ts'
import { keysOf } from '../../../strings/format.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { IconButton } from '../../../ui/actions/IconButton.tsx'
import { Menu } from '../../../ui/actions/Menu.tsx'
import { caretOf } from '../caretOf.ts'
import { resumeWriting } from './markEdits.ts'
import { markGroups } from './markGroups.tsx'

/** The caret as the field itself has it: not every way to move it is an event. */
function caretNow(caret: Caret): Caret {
  const field = document.querySelector<HTMLTextAreaElement>(`textarea[data-script="${caret.card}"]`)
  return field ? caretOf(caret.card, field) : caret
}

/** The menu that sets marks where the caret is in a card, or at its end. */
export function MarkMenu({ card, index }: { readonly card: Card; readonly index: number }) {
  const strings = useStrings()
  const store = useAppStoreApi()
  const { isOpen, platform } = useAppStore(({ markMenuShown, caret, app }) => ({
    isOpen: markMenuShown && caret.card === card.id,
    platform: app.platform,
  }))
  const label = strings.marks.insert(index + 1)
  const show = (shown: boolean) => {
    const { caret, placeCaret, showMarkMenu } = store.getState()
    if (shown) placeCaret(caret.card === card.id ? caretNow(caret) : { card: card.id, offset: card.text.length })
    showMarkMenu(shown)
    // One goes on writing, unless a dialog asks for more.
    if (!shown && store.getState().askedMark === undefined) resumeWriting(store)
  }
  return (
    <Menu label={label} groups={isOpen ? markGroups(store, strings) : []} isOpen={isOpen} onOpenChange={show}>
      <IconButton size="small" label={label} keys={keysOf(shortcuts['insert-mark'], platform)}>
        <BadgePlus />
      </IconButton>
    </Menu>
  )
}
