import type { JobKind } from '#shared/domain.ts'
import type { Look } from '#shared/look/look.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Tiles } from '../../ui/layout/Tiles.tsx'
import { gradientImage } from '../background/gradientImage.ts'
import { lookImage } from './lookImage.ts'

/** The built-in looks and the saved ones. */
export function LookTiles() {
  const { look: words } = useStrings()
  const { looks, chosen, kind, chooseLook } = useAppStore((state) => ({
    looks: state.looks,
    chosen: state.choices.lookName ?? 'dusk',
    kind: state.choices.kind,
    chooseLook: state.chooseLook,
  }))
  return (
    <Tiles
      label={words.title}
      value={chosen}
      shape={kind}
      tiles={looks.map(({ name, look, description }) => ({
        id: name,
        label: words.names[name] ?? name,
        title: words.descriptions[name] ?? description,
        image: imageOf(name, look, kind),
        colour: look.background.kind === 'solid' ? look.background.colour : undefined,
      }))}
      onChange={(name) => {
        const listed = looks.find((look) => look.name === name)
        if (listed) chooseLook(listed)
      }}
    />
  )
}

/** A built-in look as a video shows it; of a saved one its background. */
function imageOf(name: string, { background }: Look, kind: JobKind): string | undefined {
  return lookImage(name, kind) ?? (background.kind === 'gradient' ? gradientImage(background.name) : undefined)
}
