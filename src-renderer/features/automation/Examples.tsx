import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import css from './Examples.module.css'
import { type Example, exampleOf } from './exampleOf.ts'

const examples = [
  { value: 'curl', label: 'curl' },
  { value: 'python', label: 'Python' },
] as const

/** Calls that work as they stand, to copy. */
export function Examples() {
  const { automation, common } = useStrings()
  const [example, setExample] = useState<Example>('curl')
  const { api, voice, speed, copyText } = useAppStore((state) => ({
    api: state.api,
    voice: state.choices.spokenAs.voice,
    speed: state.choices.spokenAs.speed,
    copyText: state.copyText,
  }))
  const url = api.url ?? `http://127.0.0.1:${api.port}`
  const code = exampleOf(example, { url, token: api.token, script: automation.exampleScript, voice, speed })
  return (
    <Panel
      title={automation.try}
      aside={
        <span className={css.aside}>
          <Segmented label={automation.try} value={example} options={examples} onChange={setExample} />
          <IconButton label={common.copy} onPress={() => copyText(code)}>
            <Copy />
          </IconButton>
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard has to get there */}
      <pre className={css.code} tabIndex={0}>
        {code}
      </pre>
    </Panel>
  )
}
