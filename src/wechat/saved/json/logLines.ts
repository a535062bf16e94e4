/** Names under which programs that log in JSON, an object a line, keep what was printed. */
const lineNames = ['log', 'message', 'msg', 'line', 'MESSAGE', 'textPayload'];
/** UTF-16 units: a longer line is no piece of a print. */
const longest = 20_000;

/**
 * Lines of a print, each of which a logger put into an object of its own: Docker, Logstash and Grafana do so. Only those
 * from one that leaves a bracket open to the one that closes it; any other object stands for itself.
 */
export class LogLines {
  private readonly lines: string[] = [];
  private depth = 0;

  get text(): string {
    return this.lines.join('\n');
  }

  /** Whether this object is one of those lines, and nothing else. */
  take(object: object): boolean {
    const fields: [string, unknown][] = Object.entries(object);
    const [, line] = fields.find(([name]) => lineNames.includes(name)) ?? [];
    if (typeof line !== 'string' || line.length > longest) return false;
    if (fields.some(([, value]) => value !== line && mayHoldMore(value))) return false;
    const depth = openIn(line);
    if (this.depth === 0 && depth <= 0) return false;
    this.depth = Math.max(0, this.depth + depth);
    this.lines.push(line.replace(/\r?\n$/, ''));
    return true;
  }
}

function mayHoldMore(value: unknown): boolean {
  return typeof value === 'string' ? value.includes('{') : typeof value === 'object' && value !== null;
}

/** How many brackets it leaves open. */
function openIn(line: string): number {
  let open = 0;
  for (const character of line)
    if ('{[('.includes(character)) open++;
    else if ('}])'.includes(character)) open--;
  return open;
}
