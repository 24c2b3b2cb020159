/** How a webhook went; the sandbox's way of showing what a client would have received. */
export interface Delivery {
  readonly url: string;
  readonly outcome: 'delivered' | 'failed' | 'not-loopback';
  /** HTTP status of the receiver. */
  readonly status?: number;
}

export interface Webhooks {
  send(url: string, body: unknown): void;
  readonly deliveries: readonly Delivery[];
  /** Waits for what is under way. */
  settled(): Promise<void>;
}

const TIMEOUT_MS = 5_000;

/**
 * Delivers webhooks after the answer that causes them, to loopback addresses only.
 *
 * @param post sends the request; the global `fetch` unless a test gives its own
 */
export function createWebhooks(post: typeof fetch = fetch): Webhooks {
  const deliveries: Delivery[] = [];
  const pending = new Set<Promise<void>>();

  async function deliver(url: string, body: unknown): Promise<void> {
    if (!isLoopback(url)) {
      deliveries.push({ url, outcome: 'not-loopback' });
      return;
    }
    try {
      const response = await post(url, {
        method: 'POST',
        ...(body !== undefined && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
        // A redirect could lead off the machine.
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      deliveries.push({ url, outcome: 'delivered', status: response.status });
    } catch {
      deliveries.push({ url, outcome: 'failed' });
    }
  }

  return {
    deliveries,
    send(url, body) {
      // After the answer: the client is to know it first.
      const sent = new Promise<void>((resolve) => setImmediate(() => void deliver(url, body).then(resolve)));
      pending.add(sent);
      void sent.then(() => pending.delete(sent));
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** 127.0.0.0/8, ::1 and localhost, over http or https. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
