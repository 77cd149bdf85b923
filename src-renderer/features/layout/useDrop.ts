import { useEffect, useState } from 'react'
import { useAppStoreApi } from '../../store/useAppStore.ts'

/** What hangs over the window: its kind is known only once it is dropped, save where the system says it. */
export type Hanging = 'script' | 'picture' | 'any'

const scripts = /\.(txt|md|markdown|srt|docx)$/i
/** What Pausecut makes: a finished video that falls back on the window on its way out is nothing to open. */
const results = /^(video|audio)\/|zip/
const pictures = /^image\/(png|jpeg|webp)$/

/** Takes what is dropped on the window, or pasted outside of text: scripts, pictures, a folder. */
export function useDrop(): Hanging | undefined {
  const store = useAppStoreApi()
  const [hanging, setHanging] = useState<Hanging>()
  useEffect(() => {
    let depth = 0
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onEnter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth++
      setHanging(kindOf(event.dataTransfer!.items))
    }
    const onLeave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setHanging(undefined)
    }
    const onOver = (event: DragEvent) => holdsFiles(event) && event.preventDefault()
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth = 0
      setHanging(undefined)
      const item = event.dataTransfer!.items[0]
      const file = item?.getAsFile()
      if (!file || results.test(file.type)) return
      const { takeExportFolder, openScript, takePicture } = store.getState()
      if (item?.webkitGetAsEntry()?.isDirectory) void takeExportFolder(file)
      else if (pictures.test(file.type)) void takePicture(file)
      else void openScript(file)
    }
    const onPaste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => pictures.test(type))
      const text = event.clipboardData?.getData('text').trim() ?? ''
      const { takePicture, pasteScript, page } = store.getState()
      if (file) void takePicture(file)
      else if (text !== '' && page === 'editor' && !isField(event.target)) void pasteScript(text)
      else return
      event.preventDefault()
    }
    addEventListener('dragenter', onEnter)
    addEventListener('dragleave', onLeave)
    addEventListener('dragover', onOver)
    addEventListener('drop', onDrop)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('dragenter', onEnter)
      removeEventListener('dragleave', onLeave)
      removeEventListener('dragover', onOver)
      removeEventListener('drop', onDrop)
      removeEventListener('paste', onPaste)
    }
  }, [store])
  return hanging
}

const isField = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input, textarea')

/** While something hangs, browsers tell types but no names; folders have none. */
function kindOf(items: DataTransferItemList): Hanging {
  const type = items[0]?.type ?? ''
  if (pictures.test(type)) return 'picture'
  return type.startsWith('text/') || scripts.test(type) || type.includes('wordprocessingml') ? 'script' : 'any'
}
