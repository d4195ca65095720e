import { SMTPServer } from 'smtp-server';

/** A letter as it arrived. */
export interface Arrived {
  to: string[];
  headers: Record<string, string>;
  /** The plain part, decoded. */
  text: string;
  raw: string;
}

/** A mail server that keeps what it is sent. */
export interface MailStandIn {
  port: number;
  arrived: Arrived[];
  /** Asked for every letter; what it answers is what the sender is told. */
  judge: (to: string) => Promise<Error | null>;
  stop(): Promise<void>;
}

export const MAIL_USER = 'notices';
export const MAIL_PASSWORD = 'password-of-the-mail-server';

/** Starts a mail server that wants a user and a password. */
export async function startMailServer(): Promise<MailStandIn> {
  const standIn: MailStandIn = { port: 0, arrived: [], judge: async () => null, stop: async () => undefined };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      if (username === MAIL_USER && password === MAIL_PASSWORD) done(null, { user: username });
      else done(new Error('wrong'));
    },
    onRcptTo({ address }, _session, done) {
      standIn.judge(address).then((refusal) => done(refusal), done);
    },
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        standIn.arrived.push(read(raw, session.envelope.rcptTo.map(({ address }) => address)));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  standIn.port = (server.server.address() as { port: number }).port;
  standIn.stop = () => new Promise((closed) => server.close(closed));
  return standIn;
}

function read(raw: string, to: string[]): Arrived {
  const headers = headersOf(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1];
  const part = boundary ? (raw.split(`--${boundary}`).find((each) => /content-type: text\/plain/i.test(each)) ?? '') : raw;
  const decoded = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, decodeWords(value)]));
  return { to, headers: decoded, text: decodeBody(part.replace(/^\r\n/, '')), raw };
}

function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return Object.fromEntries(head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquote(text.replace(/_/g, ' ')),
    );
}

function decodeBody(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  return /encoding: quoted-printable/i.test(head) ? unquote(body.replace(/=\r\n/g, '')) : body;
}

const unquote = (text: string) => Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
