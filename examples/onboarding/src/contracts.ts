const ESIGN = 'https://esign.example.com';
const KEY = process.env.ESIGN_KEY ?? '';

const MESSAGES = {
  en: {
    'document/generate.title': 'Your account contract',
    'customer/kyc/init.notice': 'We check your identity before the account opens.',
  },
  de: {
    'document/generate.title': 'Ihr Kontovertrag',
    'customer/kyc/init.notice': 'Vor der Kontoeröffnung prüfen wir Ihre Identität.',
  },
} as const;

export type Locale = keyof typeof MESSAGES;
type MessageKey = keyof (typeof MESSAGES)['en'];

export function isLocale(value: string): value is Locale {
  return Object.hasOwn(MESSAGES, value);
}

/** Has the e-sign vendor fill in the contract template; answers the address to sign it at. */
export async function prepareContract(id: string, locale: Locale): Promise<string> {
  const res = await fetch(`${ESIGN}/documents/${id}/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: translate(locale, 'document/generate.title'),
      footer: translate(locale, 'customer/kyc/init.notice'),
    }),
  });
  if (!res.ok) throw new Error(`The e-sign vendor answered ${res.status}`);
  return ((await res.json()) as { signingUrl: string }).signingUrl;
}

function translate(locale: Locale, key: MessageKey): string {
  return MESSAGES[locale][key];
}
