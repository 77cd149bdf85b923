import { X } from 'lucide-react'
import { useEffect } from 'react'
import { parseScript } from '#shared/script/parseScript.ts'
import { titleOf } from '../../store/cards.ts'
import type { Notice } from '../../store/slices/viewSlice.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Strings } from '../../strings/en.ts'
import { sayError, sayPhrase, useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import css from './Notices.module.css'
import { type NoticeAction, useNoticeAction } from './useNoticeAction.ts'

/** What happened, in a line each, over the foot of the window. */
export function Notices() {
  const strings = useStrings()
  const { notices, page } = useAppStore(({ notices, page }) => ({ notices, page }))
  return (
    <section className={css.notices} data-page={page} aria-label={strings.notices.region} aria-live="polite">
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function Line({ notice }: { readonly notice: Notice }) {
  const strings = useStrings()
  const dismiss = useAppStore(({ dismiss }) => dismiss)
  const action: NoticeAction | undefined = useNoticeAction(notice)
  useEffect(() => {
    const seconds = secondsOf(notice)
    if (seconds === undefined) return
    const timer = setTimeout(() => dismiss(notice.id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [notice, dismiss])
  return (
    <div className={css.notice} data-kind={notice.kind}>
      <p>{say(notice, strings)}</p>
      {action && (
        <Button
          variant="quiet"
          onPress={() => {
            action.run()
            dismiss(notice.id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" label={strings.common.dismiss} placement="top" onPress={() => dismiss(notice.id)}>
        <X />
      </IconButton>
    </div>
  )
}

/** Seconds until it is taken away; undefined for an error, which stays until it is dismissed. */
function secondsOf(notice: Notice): number | undefined {
  if (notice.kind === 'trouble') return undefined
  if (notice.kind === 'results-removed') return notice.seconds
  if (notice.kind === 'paragraphs' || notice.kind === 'import-notes') return 20
  return notice.kind === 'copied' ? 2.5 : 8
}

function say(notice: Notice, strings: Strings): string {
  switch (notice.kind) {
    case 'trouble':
      return sayError(strings, notice.error)
    case 'import-notes':
      return notice.notes.map((note) => sayPhrase(strings, note)).join(' ')
    case 'export-folder':
      return strings.notices.exportFolder(notice.folder)
    case 'results-removed':
      return strings.library.removed(notice.opening)
    case 'draft-removed':
      return strings.script.draftDeleted(
        notice.draft.name ||
          titleOf(parseScript(notice.draft.script).segments[0]?.text ?? '', 6) ||
          strings.script.untitled,
      )
    case 'paragraphs':
      return strings.notices.paragraphs(notice.count)
    case 'copied':
      return strings.notices.copied
    case 'token-copied':
      return strings.notices.tokenCopied
  }
}
