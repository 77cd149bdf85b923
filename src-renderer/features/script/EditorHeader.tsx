import { ChevronDown, FilePlus2, FileText, FolderOpen, Plus, Redo2, Trash2, Undo2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { shortcuts } from '#shared/desktop/shortcuts.ts'
import { spoken, titleOf } from '../../store/cards.ts'
import { shownText } from '../../store/shownText.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { keysOf } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Menu } from '../../ui/actions/Menu.tsx'
import css from './EditorHeader.module.css'

/** Which script is open, the others, undo and redo. */
export function EditorHeader() {
  const strings = useStrings()
  const { undo, redo, newDraft, platform } = useAppStore((state) => ({
    undo: state.undo,
    redo: state.redo,
    newDraft: state.newDraft,
    platform: state.app.platform,
  }))
  const canUndo = useAppStore(({ history }) => history.past.length > 0)
  const canRedo = useAppStore(({ history }) => history.future.length > 0)
  return (
    <header className={css.header}>
      <ScriptMenu />
      <span className={css.space} />
      <IconButton
        label={strings.common.undo}
        keys={keysOf(shortcuts.undo, platform)}
        isDisabled={!canUndo}
        onPress={undo}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={strings.common.redo}
        keys={keysOf(shortcuts.redo, platform)}
        isDisabled={!canRedo}
        onPress={redo}
      >
        <Redo2 />
      </IconButton>
      <IconButton label={strings.script.newScript} keys={keysOf(shortcuts['new-script'], platform)} onPress={newDraft}>
        <Plus />
      </IconButton>
    </header>
  )
}

function ScriptMenu() {
  const strings = useStrings()
  const title = useAppStore(({ draftName, cards }) => draftName || titleOf(shownText(spoken(cards)[0]?.text ?? ''), 6))
  const { drafts, draftId, platform, newDraft, chooseScript, openDraft, deleteDraft } = useAppStore((state) => ({
    drafts: state.drafts,
    draftId: state.draftId,
    platform: state.app.platform,
    newDraft: state.newDraft,
    chooseScript: state.chooseScript,
    openDraft: state.openDraft,
    deleteDraft: state.deleteDraft,
  }))
  const others = drafts.filter(({ id }) => id !== draftId).slice(0, 10)
  const nameOf = (draft: (typeof others)[number]) => draft.name || draft.opening || strings.script.untitled
  return (
    <Menu
      label={strings.script.scripts}
      groups={[
        {
          id: 'file',
          entries: [
            {
              id: 'new',
              label: strings.script.newScript,
              icon: <FilePlus2 />,
              keys: keysOf(shortcuts['new-script'], platform),
              onAction: newDraft,
            },
            {
              id: 'open',
              label: strings.script.openFile,
              icon: <FolderOpen />,
              keys: keysOf(shortcuts['open-script'], platform),
              onAction: chooseScript,
            },
          ],
        },
        {
          id: 'recent',
          heading: strings.script.recent,
          entries: others.map((draft) => ({
            id: draft.id,
            label: nameOf(draft),
            icon: <FileText />,
            onAction: () => openDraft(draft.id),
          })),
        },
        {
          id: 'delete',
          entries: drafts
            .filter(({ id }) => id === draftId)
            .map((draft) => ({
              id: 'delete',
              label: strings.script.deleteDraft(nameOf(draft)),
              icon: <Trash2 />,
              danger: true,
              onAction: deleteDraft,
            })),
        },
      ]}
    >
      <AriaButton className={css.title!}>
        <h1>{title || strings.script.untitled}</h1>
        <ChevronDown aria-hidden="true" />
      </AriaButton>
    </Menu>
  )
}
