/** The folder of the server's programs; installed first where that is possible. */
export function findPostgres(): Promise<string>;
/** Starts a server of its own on a free port. */
export function startPostgres(bin: string): Promise<{ url: string; bin: string; stop(): Promise<void> }>;
