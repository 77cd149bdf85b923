import { FileText, FolderDown, Image } from 'lucide-react'
import { useStrings } from '../../strings/useStrings.ts'
import css from './DropOverlay.module.css'
import { useDrop } from './useDrop.ts'

const icons = { script: FileText, picture: Image, any: FolderDown }

/** Lights the whole window while something hangs over it, and says what dropping it does. */
export function DropOverlay() {
  const strings = useStrings()
  const hanging = useDrop()
  if (!hanging) return null
  const Icon = icons[hanging]
  const words = {
    script: strings.script.dropScript,
    picture: strings.script.dropPicture,
    any: strings.script.dropAny,
  }[hanging]
  return (
    <div className={css.overlay}>
      <p className={css.words}>
        <Icon />
        {words}
      </p>
    </div>
  )
}
