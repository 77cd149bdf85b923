import type { Advice } from '#shared/job/advice.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { AdviceView } from '../wire/common.ts'

export function adviceView({ message, segments }: Advice): AdviceView {
  return { message: sayPhrase(message), ...(segments && { segments }) }
}
