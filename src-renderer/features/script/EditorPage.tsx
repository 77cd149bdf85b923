import { useStudio } from '../../store/useAppStore.ts'
import { Inspector } from '../layout/Inspector.tsx'
import { Preview } from '../preview/Preview.tsx'
import { FootBar } from '../render/FootBar.tsx'
import css from './EditorPage.module.css'
import { ScriptDesk } from './ScriptEditor.tsx'

/** The desk: the script, the picture, the choices, and what the click will do. */
export function StudioPage() {
  const kind = useStudio(({ choices }) => choices.kind)
  return (
    <div className={css.studio} data-kind={kind}>
      <ScriptDesk />
      <Preview />
      <Inspector />
      <FootBar />
    </div>
  )
}
