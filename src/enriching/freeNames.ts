/** Names that are not taken yet, whatever their case: `tags` becomes `tags_2` where there is one already. */
export function freeNames(names: readonly string[], taken: Iterable<string>): string[] {
  const used = new Set([...taken].map(normal));
  return names.map(name => {
    let free = name;
    for (let number = 2; used.has(normal(free)); number++) free = `${name}_${number}`;
    used.add(normal(free));
    return free;
  });
}

function normal(name: string): string {
  return name.trim().toLowerCase();
}
