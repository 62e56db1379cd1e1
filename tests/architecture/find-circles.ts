/** The circles of a graph: one for each link that leads back to a node on the way to it. */
export function findCircles(links: Map<string, string[]>): string[][] {
  const circles: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (node: string): void => {
    if (way.includes(node)) {
      circles.push([...way.slice(way.indexOf(node)), node])
      return
    }
    if (done.has(node)) return
    way.push(node)
    for (const next of links.get(node) ?? []) visit(next)
    way.pop()
    done.add(node)
  }
  for (const node of links.keys()) visit(node)
  return circles
}
