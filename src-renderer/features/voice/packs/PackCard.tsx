import { Download, Pause, Play, RotateCcw, Square, Volume2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ProgressBar } from 'react-aria-components'
import type { PackState } from '#shared/desktop/desktop.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { sayError, useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import { Tip } from '../../../ui/actions/Tip.tsx'
import css from './PackCard.module.css'
import { languagesOf, megabytes } from './packFormat.ts'
import { useTryPack } from './useTryPack.ts'

export const packCardId = 'natural-voices'

/** The natural voices of this machine: those that are here or on their way, else the one that can be had. */
export function PackCard() {
  const packs = useAppStore(({ packs }) => packs)
  const begun = packs.filter(({ state, error }) => state !== 'absent' || error)
  const shown = begun.length > 0 ? begun : packs.slice(0, 1)
  if (shown.length === 0) return null
  return (
    <div id={packCardId} className={css.cards}>
      {shown.map((pack) => (
        <Pack key={pack.name} pack={pack} />
      ))}
    </div>
  )
}

function Pack({ pack }: { readonly pack: PackState }) {
  const strings = useStrings()
  const { packs } = strings
  const [removing, setRemoving] = useState(false)
  const Actions = pack.error && pack.state !== 'whole' ? FailedActions : actions[pack.state]
  return (
    <section className={css.card} aria-label={packs.title(languagesOf(pack, strings))}>
      <div className={css.words}>
        <strong>{packs.title(languagesOf(pack, strings))}</strong>
        <Facts pack={pack} />
      </div>
      {pack.state === 'fetching' && (
        <ProgressBar className={css.progress!} aria-label={packs.progress} value={(pack.done / pack.bytes) * 100}>
          <span className={css.filled} style={{ scale: `${pack.done / pack.bytes} 1` }} />
        </ProgressBar>
      )}
      {pack.error && (
        <p className={css.bad} role="alert">
          {sayError(strings, pack.error)}
        </p>
      )}
      <div className={css.actions} data-state={pack.state}>
        {removing ? (
          <Removal pack={pack} end={() => setRemoving(false)} />
        ) : (
          <Actions pack={pack} remove={() => setRemoving(true)} />
        )}
      </div>
    </section>
  )
}

function Facts({ pack }: { readonly pack: PackState }) {
  const strings = useStrings()
  const { packs } = strings
  const [done, total] = [megabytes(pack.done, strings), megabytes(pack.bytes, strings)]
  const heard = pack.verified ? '' : ` ${packs.unverified}`
  switch (pack.state) {
    case 'absent':
      return (
        <span>
          {packs.once(total)} {packs.licence(pack.licence.name)}
          {heard}
        </span>
      )
    case 'fetching':
      return <span className={css.figures}>{packs.done(done, total)}</span>
    case 'begun':
      return <span className={css.figures}>{packs.paused(done, total)}</span>
    case 'damaged':
      return <span>{packs.damaged}</span>
    case 'whole':
      return (
        <span>
          {packs.here(total)}
          {heard}
        </span>
      )
  }
}

interface ActionsProps {
  readonly pack: PackState
  /** Asks whether it is to be removed. */
  readonly remove: () => void
}

const actions: Record<PackState['state'], (props: ActionsProps) => ReactNode> = {
  absent: AbsentActions,
  fetching: FetchingActions,
  begun: ({ pack }) => <BegunActions pack={pack} />,
  damaged: DamagedActions,
  whole: WholeActions,
}

function AbsentActions({ pack }: ActionsProps) {
  const strings = useStrings()
  const { packs } = strings
  const { all, fetchPack } = useAppStore(({ packs, fetchPack }) => ({ all: packs, fetchPack }))
  const smaller = all.find(({ bytes }) => bytes < pack.bytes)
  return (
    <>
      <Button icon={<Download />} onPress={() => fetchPack(pack.name)}>
        {packs.download}
      </Button>
      {smaller && (
        <Tip text={packs.smallerNote} placement="top">
          <Button variant="quiet" onPress={() => fetchPack(smaller.name)}>
            {packs.smaller(megabytes(smaller.bytes, strings))}
          </Button>
        </Tip>
      )}
    </>
  )
}

function FetchingActions({ pack }: ActionsProps) {
  const { packs } = useStrings()
  const pausePack = useAppStore(({ pausePack }) => pausePack)
  return (
    <>
      <Button icon={<Pause />} onPress={() => pausePack(pack.name)}>
        {packs.pause}
      </Button>
      <Cancel pack={pack} />
    </>
  )
}

function BegunActions({ pack }: Pick<ActionsProps, 'pack'>) {
  const { packs } = useStrings()
  const fetchPack = useAppStore(({ fetchPack }) => fetchPack)
  return (
    <>
      <Button icon={<Play />} onPress={() => fetchPack(pack.name)}>
        {packs.goOn}
      </Button>
      <Cancel pack={pack} />
    </>
  )
}

function FailedActions({ pack }: Pick<ActionsProps, 'pack'>) {
  const { packs } = useStrings()
  const fetchPack = useAppStore(({ fetchPack }) => fetchPack)
  return (
    <>
      <Button icon={<RotateCcw />} onPress={() => fetchPack(pack.name)}>
        {packs.again}
      </Button>
      <Cancel pack={pack} />
    </>
  )
}

/** Ends it and removes what is here of it. */
function Cancel({ pack }: Pick<ActionsProps, 'pack'>) {
  const { common } = useStrings()
  const removePack = useAppStore(({ removePack }) => removePack)
  return (
    <Button variant="quiet" onPress={() => removePack(pack.name)}>
      {common.cancel}
    </Button>
  )
}

function DamagedActions({ pack, remove }: ActionsProps) {
  const { packs } = useStrings()
  const fetchPack = useAppStore(({ fetchPack }) => fetchPack)
  return (
    <>
      <Button icon={<Download />} onPress={() => fetchPack(pack.name)}>
        {packs.mend}
      </Button>
      <Button variant="quiet" onPress={remove}>
        {packs.remove}
      </Button>
    </>
  )
}

function WholeActions({ remove }: ActionsProps) {
  const { packs } = useStrings()
  const { sounding, toggle } = useTryPack()
  return (
    <>
      <Button icon={sounding ? <Square /> : <Volume2 />} onPress={toggle}>
        {sounding ? packs.stop : packs.tryIt}
      </Button>
      <Button variant="quiet" onPress={remove}>
        {packs.remove}
      </Button>
    </>
  )
}

/** Hundreds of megabytes are not thrown away by one click. */
function Removal({ pack, end }: Pick<ActionsProps, 'pack'> & { readonly end: () => void }) {
  const strings = useStrings()
  const { packs } = strings
  const removePack = useAppStore(({ removePack }) => removePack)
  return (
    <>
      <span className={css.question}>{packs.reallyRemove(megabytes(pack.done, strings))}</span>
      <Button
        onPress={async () => {
          await removePack(pack.name)
          end()
        }}
      >
        {packs.remove}
      </Button>
      <Button variant="quiet" onPress={end}>
        {packs.keep}
      </Button>
    </>
  )
}
