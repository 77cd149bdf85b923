import css from './Keys.module.css'

/** A shortcut, drawn key by key. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className={css.keys}>
      {keys.split(' ').map((key) => (
        <span key={key}>{key}</span>
      ))}
    </kbd>
  )
}
