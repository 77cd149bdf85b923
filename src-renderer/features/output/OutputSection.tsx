import { FolderDown } from 'lucide-react'
import { type Format, SubtitleFormat } from '#shared/domain.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { money } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Chips } from '../../ui/actions/Chips.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Group } from '../../ui/layout/Group.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { useSection } from '../layout/useSection.ts'
import css from './OutputSection.module.css'

/** Which files come out, where they go, what they cost. */
export function OutputSection() {
  const { output } = useStrings()
  const { choices, choose } = useAppStore(({ choices, choose }) => ({ choices, choose }))
  const { kind, format, subtitles } = choices
  const video = kind === 'shorts' || format === 'mp4'
  const summary = kind === 'shorts' ? '1080 × 1920' : video ? '1920 × 1080' : output.formats[format]
  return (
    <Section title={output.title} summary={summary} {...useSection('output')}>
      <Group title={output.format}>
        {kind === 'voiceover' && (
          <Segmented<Format>
            label={output.format}
            value={format}
            options={(['mp4', 'mp3', 'wav'] as const).map((value) => ({ value, label: output.formats[value] }))}
            onChange={(format) => choose({ format })}
          />
        )}
        <p className={css.note}>{output.files[kind === 'shorts' ? 'shorts' : format]}</p>
      </Group>
      {video && (
        <Group title={output.subtitles}>
          <Chips
            label={output.subtitles}
            chips={SubtitleFormat.options.map((id) => ({ id, label: id.toUpperCase() }))}
            chosen={subtitles}
            onChange={(chosen) => choose({ subtitles: SubtitleFormat.options.filter((id) => chosen.has(id)) })}
          />
        </Group>
      )}
      <ExportFolder />
      <Costs />
    </Section>
  )
}

function ExportFolder() {
  const { output } = useStrings()
  const { folder, choose, clear } = useAppStore((state) => ({
    folder: state.exportFolder,
    choose: state.chooseExportFolder,
    clear: state.clearExportFolder,
  }))
  return (
    <Group title={output.folder}>
      <p className={css.folder}>{folder ?? output.noFolder}</p>
      <div className={css.actions}>
        <Button icon={<FolderDown />} onPress={choose}>
          {output.chooseFolder}
        </Button>
        {folder && (
          <Button variant="quiet" onPress={clear}>
            {output.stopCopying}
          </Button>
        )}
      </div>
    </Group>
  )
}

/** What this script costs with each voice; what is spoken already costs nothing. */
function Costs() {
  const strings = useStrings()
  const { output, voice } = strings
  const estimate = useAppStore(({ estimate }) => estimate)
  if (!estimate) return null
  return (
    <Group title={output.cost}>
      <dl className={css.costs}>
        {estimate.models.map(({ engine, model, cost }) => (
          <div
            key={model ?? engine}
            data-chosen={(engine === estimate.engine && model === estimate.model) || undefined}
          >
            <dt>{model ?? voice.engines[engine].title}</dt>
            <dd>{cost === undefined ? '–' : cost === 0 ? output.free : money(cost, strings)}</dd>
          </div>
        ))}
      </dl>
    </Group>
  )
}
