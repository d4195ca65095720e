/** Something the gateway needs is missing or broken. The message is safe to log: it never holds what a citizen wrote. */
export class GatewayError extends Error {
  override name = 'GatewayError';
}
