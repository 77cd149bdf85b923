import type { Notice } from '../../store/slices/viewSlice.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** Failures that the settings can mend. */
const mendedInSettings = new Set(['KEY_MISSING', 'KEY_REFUSED', 'KEY_WANTED', 'SPEECH_UNREACHABLE', 'SPEECH_NOT_THERE'])

/** What can be done about a notice. */
export function useNoticeAction(notice: Notice): NoticeAction | undefined {
  const strings = useStrings()
  const { show, restoreResults, restoreDraft, cutAtParagraphs } = useAppStore((state) => ({
    show: state.show,
    restoreResults: state.restoreResults,
    restoreDraft: state.restoreDraft,
    cutAtParagraphs: state.cutAtParagraphs,
  }))
  switch (notice.kind) {
    case 'trouble':
      if (!mendedInSettings.has(notice.error.code)) return undefined
      return { label: strings.common.openSettings, run: () => show('settings') }
    case 'results-removed':
      return { label: strings.common.undo, run: () => restoreResults(notice.job) }
    case 'draft-removed':
      return { label: strings.common.undo, run: () => restoreDraft(notice.draft) }
    case 'paragraphs':
      return { label: strings.notices.cutThem, run: () => cutAtParagraphs(notice.card) }
    default:
      return undefined
  }
}
