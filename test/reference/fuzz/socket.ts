import { connect } from 'node:net';

/** What came back over the socket. */
export interface RawAnswer {
  /** Undefined when the connection was closed without one. */
  readonly status: number | undefined;
  readonly body: string;
}

/** Writes bytes to the server, says that no more will come, and reads until the server is done. */
export function sendRaw(port: number, bytes: Buffer): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.end(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    // A reset is the server's way of hanging up on what is no HTTP; 'close' follows.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(parsed(Buffer.concat(chunks).toString())));
  });
}

function parsed(text: string): RawAnswer {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
  const [, body = ''] = text.split('\r\n\r\n');
  const isChunked = /^transfer-encoding: chunked/im.test(text);
  return {
    status: status === undefined ? undefined : Number(status),
    body: isChunked ? body.replace(/^[0-9a-f]+\r\n/, '').replace(/\r\n0$/, '') : body,
  };
}
