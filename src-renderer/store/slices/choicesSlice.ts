import type { ListedLook } from '#shared/desktop/appContract.ts'
import { Choices } from '#shared/desktop/settings.ts'
import type { Background, Look } from '#shared/look/look.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import type { SliceParts } from '../appStore.ts'

/** What is chosen for the script besides its words. */
export interface ChoicesSlice {
  readonly choices: Choices
  choose(part: Partial<Choices>): void
  /** Changes a part of how the script is spoken. */
  chooseSpeech(part: Partial<SpokenAs>): void
  /** Takes a listed look; an image of the user's own stays behind it. */
  chooseLook(listed: ListedLook): void
  /** Changes a part of the look at hand. */
  changeLook(part: Partial<Look>): void
  chooseBackground(background: Background): void
}

export function choicesSlice({ set, get }: SliceParts): ChoicesSlice {
  const choose = (part: Partial<Choices>) => set({ choices: { ...get().choices, ...part } })
  const changeLook = (part: Partial<Look>) => choose({ look: { ...get().choices.look, ...part } })
  return {
    choices: Choices.parse({}),
    choose,
    chooseSpeech: (part) => choose({ spokenAs: { ...get().choices.spokenAs, ...part } }),
    chooseLook({ name, look }) {
      const { background } = get().choices.look
      choose({ lookName: name, look: background.kind === 'picture' ? { ...look, background } : look })
    },
    changeLook,
    chooseBackground: (background) => changeLook({ background }),
  }
}
