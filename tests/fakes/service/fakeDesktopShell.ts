import type { DesktopShell } from '#ports/DesktopShell.ts'

export interface FakeDesktopShell extends DesktopShell {
  /** What the next dialogs answer. */
  readonly choices: (string | undefined)[]
  /** What was asked of the desktop, in order. */
  readonly done: [what: string, ...facts: unknown[]][]
}

/** A desktop without a screen. */
export function fakeDesktopShell(): FakeDesktopShell {
  const choices: (string | undefined)[] = []
  const done: FakeDesktopShell['done'] = []
  const note =
    (what: string) =>
    (...facts: unknown[]) =>
      void done.push([what, ...facts])
  return {
    choices,
    done,
    choose: async () => choices.shift(),
    chooseWhere: async () => choices.shift(),
    copy: async (text: string) => note('copy')(text),
    showInFolder: note('showInFolder'),
    dragOut: note('dragOut'),
    setTitle: note('setTitle'),
    setTheme: note('setTheme'),
  }
}
