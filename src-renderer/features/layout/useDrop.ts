import { useEffect, useState } from 'react'
import { scriptEndings } from '#shared/script/scriptEndings.ts'
import type { Page } from '../../store/slices/viewSlice.ts'
import { useAppStoreApi } from '../../store/useAppStore.ts'

/** Kind of the file that is dragged over the window; `any` where the browser does not say it before the drop. */
export type DraggedKind = 'script' | 'image' | 'pronunciations' | 'any'

const scripts = new RegExp(`\\.(?:${scriptEndings.join('|')})$`, 'i')
/** What Pausecut makes: a finished video dropped on the window that it was dragged from is not opened. */
const results = /^(video|audio)\/|zip/
/** What the settings take as a pronunciation list. */
const lists = /\.(?:csv|json|pls|xml)$/i
const images = /^image\/(png|jpeg|webp)$/

/** Takes what is dropped on the window, or pasted outside of text: scripts, images, a folder. */
export function useDrop(): DraggedKind | undefined {
  const store = useAppStoreApi()
  const [dragged, setDragged] = useState<DraggedKind>()
  useEffect(() => {
    let depth = 0
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onEnter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth++
      setDragged(kindOf(event.dataTransfer!.items, store.getState().page))
    }
    const onLeave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setDragged(undefined)
    }
    const onOver = (event: DragEvent) => holdsFiles(event) && event.preventDefault()
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth = 0
      setDragged(undefined)
      const item = event.dataTransfer!.items[0]
      const file = item?.getAsFile()
      if (!file || results.test(file.type)) return
      const { page, takeExportFolder, openScript, takeImage, takePronunciations } = store.getState()
      if (item?.webkitGetAsEntry()?.isDirectory) void takeExportFolder(file)
      else if (images.test(file.type)) void takeImage(file)
      else if (page === 'settings' && lists.test(file.name)) void takePronunciations(file)
      else void openScript(file)
    }
    const onPaste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => images.test(type))
      const text = event.clipboardData?.getData('text').trim() ?? ''
      const { takeImage, pasteScript, page } = store.getState()
      if (file) void takeImage(file)
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
  return dragged
}

const isField = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input, textarea')

/** During a drag browsers give types but no names; folders have no type. */
function kindOf(items: DataTransferItemList, page: Page): DraggedKind {
  const type = items[0]?.type ?? ''
  if (images.test(type)) return 'image'
  if (page === 'settings' && /csv|json|xml|scpls/.test(type)) return 'pronunciations'
  return type.startsWith('text/') || scripts.test(type) || type.includes('wordprocessingml') ? 'script' : 'any'
}
