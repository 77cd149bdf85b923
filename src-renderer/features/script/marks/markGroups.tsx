import { Gauge, Image, Mic, Palette, Star, Timer, Trash2, Type, Volume2 } from 'lucide-react'
import type { Background } from '#shared/look/look.ts'
import { gradientNames } from '#shared/look/look.ts'
import type { AppStore } from '../../../store/appStore.ts'
import { engineOf } from '../../../store/slices/previewSlice.ts'
import { factsIn } from '../../../store/slices/voicesSlice.ts'
import type { Strings } from '../../../strings/en.ts'
import type { MenuEntry, MenuGroup } from '../../../ui/actions/Menu.tsx'
import { gradientImage } from '../../background/gradientImage.ts'
import type { NewMark } from './editMarks.ts'
import css from './MarkMenu.module.css'
import { dropMark, markPlace, setMark } from './markEdits.ts'

const pauses = [0.5, 1, 2]
const speeds = [0.8, 0.9, 1, 1.1, 1.25, 1.5]

type SetKind = keyof Strings['marks']['change']

/** What the menu of marks offers where the caret is: first what is about the mark that it is in. */
export function markGroups(store: AppStore, strings: Strings): readonly MenuGroup[] {
  const { marks: words } = strings
  const { mark, text, words: at, spoken } = markPlace(store.getState())
  const entries = entriesOf(store, strings)
  const own: MenuEntry[] = mark
    ? [
        ...(mark.kind === 'emphasis' ? [] : [{ ...entries[mark.kind], id: 'change', label: words.change[mark.kind] }]),
        {
          id: 'remove',
          label: words.remove,
          icon: <Trash2 />,
          danger: true,
          onAction: () => dropMark(store.getState()),
        },
      ]
    : []
  const { silence, voice, speed, background, title, look, say } = entries
  const emphasis: MenuEntry = {
    id: 'emphasis',
    label: at === undefined ? words.emphasis : words.keyWord(at),
    icon: <Star />,
    isDisabled: at === undefined || mark?.kind === 'emphasis',
    onAction: () => setMark(store.getState(), { kind: 'emphasis' }),
  }
  const saying = at !== undefined && spoken && spoken !== at.toLowerCase() ? words.saying(at, spoken) : undefined
  return [
    { id: 'own', heading: mark ? text.slice(mark.from, mark.to) : '', entries: own },
    { id: 'insert', heading: words.groups.insert, entries: [silence, voice, speed, background] },
    {
      id: 'words',
      entries: [emphasis, ...(mark?.kind === 'say' ? [] : [{ ...say, note: saying, isDisabled: at === undefined }])],
    },
    { id: 'part', heading: words.groups.part, entries: [title, look] },
  ]
}

/** An entry for each kind of mark that has a value. */
function entriesOf(store: AppStore, { marks: words, look, voice, locale }: Strings): Record<SetKind, MenuEntry> {
  const state = store.getState()
  const set = (mark: NewMark) => () => setMark(store.getState(), mark)
  const ask = (kind: 'silence' | 'say' | 'title') => () => store.getState().askMark(kind)
  const decimal = (value: number) => value.toLocaleString(locale)
  const asChosen = (kind: 'voice' | 'speed' | 'background'): MenuGroup => ({
    id: 'chosen',
    entries: [{ id: 'chosen', label: words.asChosen, onAction: set({ kind, value: undefined }) }],
  })
  const menu = (kind: SetKind, icon: MenuEntry['icon'], groups: readonly MenuGroup[]): MenuEntry => ({
    id: kind,
    label: words[kind],
    icon,
    groups,
  })
  return {
    silence: menu('silence', <Timer />, [
      {
        id: 'lengths',
        entries: pauses.map((value) => ({
          id: String(value),
          label: words.seconds(decimal(value)),
          onAction: set({ kind: 'silence', value }),
        })),
      },
      { id: 'other', entries: [{ id: 'other', label: words.other, onAction: ask('silence') }] },
    ]),
    voice: menu('voice', <Mic />, [
      {
        id: 'voices',
        entries: factsIn(state, engineOf(state)).voices.map(({ id, name, description }) => ({
          id,
          label: name,
          note: voice.descriptions[id] ?? description,
          onAction: set({ kind: 'voice', value: id }),
        })),
      },
      asChosen('voice'),
    ]),
    speed: menu('speed', <Gauge />, [
      {
        id: 'speeds',
        entries: speeds.map((value) => ({
          id: String(value),
          label: `${decimal(value)}×`,
          onAction: set({ kind: 'speed', value }),
        })),
      },
      asChosen('speed'),
    ]),
    background: menu('background', <Image />, [
      {
        id: 'drawn',
        entries: gradientNames.map((name) => ({
          id: name,
          label: look.names[name] ?? name,
          icon: <Picture background={{ kind: 'gradient', name }} />,
          onAction: set({ kind: 'background', value: name }),
        })),
      },
      {
        id: 'images',
        entries: state.images.map((image) => ({
          id: image.file,
          label: image.name,
          icon: <img className={css.picture} src={image.thumbnail} alt="" />,
          onAction: () => set({ kind: 'background', value: store.getState().nameImage(image) })(),
        })),
      },
      {
        id: 'file',
        entries: [{ id: 'file', label: words.chooseImage, onAction: () => void chooseImage(store) }],
      },
      asChosen('background'),
    ]),
    look: menu('look', <Palette />, [
      {
        id: 'looks',
        entries: state.looks.map(({ name, look: { background } }) => ({
          id: name,
          label: look.names[name] ?? name,
          icon: <Picture background={background} />,
          onAction: set({ kind: 'look', value: name }),
        })),
      },
    ]),
    say: { id: 'say', label: words.say, icon: <Volume2 />, onAction: ask('say') },
    title: { id: 'title', label: words.title, icon: <Type />, onAction: ask('title') },
  }
}

async function chooseImage(store: AppStore): Promise<void> {
  const name = await store.getState().chooseNamedImage()
  if (name === undefined) store.getState().focusScript()
  else setMark(store.getState(), { kind: 'background', value: name })
}

function Picture({ background }: { readonly background: Background }) {
  if (background.kind !== 'gradient')
    return (
      <span
        className={css.picture}
        style={{ background: background.kind === 'solid' ? background.colour : 'var(--sunken)' }}
      />
    )
  return <img className={css.picture} src={gradientImage(background.name)} alt="" />
}
