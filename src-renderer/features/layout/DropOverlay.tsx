import { FileText, FolderDown, Image } from 'lucide-react'
import { useStrings } from '../../strings/useStrings.ts'
import css from './DropOverlay.module.css'
import { useDrop } from './useDrop.ts'

const icons = { script: FileText, image: Image, any: FolderDown, pronunciations: FileText }

/** Covers the window while a file is dragged over it, and says what dropping it does. */
export function DropOverlay() {
  const strings = useStrings()
  const dragged = useDrop()
  if (!dragged) return null
  const Icon = icons[dragged]
  const words = {
    script: strings.script.dropScript,
    image: strings.script.dropImage,
    any: strings.script.dropAny,
    pronunciations: strings.settings.dropPronunciations,
  }[dragged]
  return (
    <div className={css.overlay}>
      <p className={css.words}>
        <Icon />
        {words}
      </p>
    </div>
  )
}
