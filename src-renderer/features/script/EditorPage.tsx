import { useAppStore } from '../../store/useAppStore.ts'
import { Inspector } from '../layout/Inspector.tsx'
import { Preview } from '../preview/Preview.tsx'
import { FootBar } from '../render/FootBar.tsx'
import css from './EditorPage.module.css'
import { MarkDialog } from './marks/MarkDialog.tsx'
import { ScriptEditor } from './ScriptEditor.tsx'

/** The editor: the script, the preview, the choices, and what the click will do. */
export function EditorPage() {
  const kind = useAppStore(({ choices }) => choices.kind)
  return (
    <div className={css.editor} data-kind={kind}>
      <ScriptEditor />
      <Preview />
      <Inspector />
      <FootBar />
      <MarkDialog />
    </div>
  )
}
