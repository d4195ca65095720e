/** Names of this machine, where no domain leads. */
const LOCAL = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * The host at which someone who visits one site of a group reaches another: its domain or, on this machine, the name
 * under `.localhost` that the gateway knows it by.
 *
 * @param visited Host of the page, with its port.
 */
export function sisterHost(domain: string, visited: string): string {
  const local = LOCAL.exec(visited);
  return local ? `${domain.replace(/^www\./, '').split('.')[0]}.localhost${local[1] ?? ''}` : domain;
}
