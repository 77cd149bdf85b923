import { useStrings } from '../../strings/useStrings.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { languageName } from './describeVoice.ts'
import type { VoiceFilter } from './useVoiceFilter.ts'
import css from './VoiceList.module.css'

/** Search and languages above a long list of voices. */
export function VoiceTools({ search, setSearch, languages, language, setLanguage }: VoiceFilter) {
  const { voice, locale } = useStrings()
  const named = languages
    .map((tag) => ({ value: tag, label: languageName(tag, locale) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale))
  return (
    <div className={css.tools}>
      <Field
        label={voice.search}
        hideLabel
        type="search"
        value={search}
        placeholder={voice.search}
        onChange={setSearch}
      />
      {languages.length > 1 && (
        <Select
          label={voice.language}
          inline
          value={language}
          options={[{ value: '', label: voice.allLanguages }, ...named]}
          onChange={setLanguage}
        />
      )}
    </div>
  )
}
