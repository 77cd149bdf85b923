/** Files that hold scripts, by the endings of their names. */
export const scriptEndings = ['txt', 'md', 'markdown', 'srt', 'vtt', 'docx'] as const
