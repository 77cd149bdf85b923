/** Two pause bars cutting a waveform: the product's mark, in the colour of the text around it. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="184 248 656 528" aria-hidden="true">
      <g fill="currentColor">
        <rect x="204" y="462" width="52" height="100" rx="26" />
        <rect x="296" y="378" width="52" height="268" rx="26" />
        <rect x="676" y="378" width="52" height="268" rx="26" />
        <rect x="768" y="462" width="52" height="100" rx="26" />
      </g>
      <g fill="var(--accent)">
        <rect x="396" y="268" width="96" height="488" rx="22" />
        <rect x="532" y="268" width="96" height="488" rx="22" />
      </g>
    </svg>
  )
}
