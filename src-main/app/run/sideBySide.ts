/**
 * Does `work` for every item, at most `most` at once, begun in order. The results stand in the items' order.
 * When one of them rejects, no further item is begun, and the rejection is passed on after those under way have ended.
 */
export async function sideBySide<Item, Output>(
  items: readonly Item[],
  most: number,
  work: (item: Item, position: number) => Promise<Output>,
): Promise<Output[]> {
  const results = new Array<Output>(items.length)
  const waiting = items.entries()
  let crashed = false
  const workers = Array.from({ length: Math.max(1, most) }, async () => {
    for (const [position, item] of waiting) {
      if (crashed) return
      try {
        results[position] = await work(item, position)
      } catch (error) {
        crashed = true
        throw error
      }
    }
  })
  const ends = await Promise.allSettled(workers)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return results
}
