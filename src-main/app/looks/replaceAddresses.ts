import type { JobRequest, NamedBackground } from '#shared/job/request.ts'
import { ok, type Result } from '#shared/result.ts'

type Backgrounds = JobRequest['backgrounds']

/**
 * The backgrounds that a script names, with what takes the place of each one at an address. Fails as `replace` does.
 *
 * @param replace given the address, and its background's number among all, from 1
 */
export async function replaceAddresses(
  backgrounds: Backgrounds,
  replace: (url: string, number: number) => Promise<Result<NamedBackground>>,
): Promise<Result<Backgrounds>> {
  const replaced: Backgrounds = {}
  for (const [index, [name, background]] of Object.entries(backgrounds).entries()) {
    const other = background.kind === 'address' ? await replace(background.url, index + 1) : ok(background)
    if (!other.ok) return other
    replaced[name] = other.value
  }
  return ok(replaced)
}
