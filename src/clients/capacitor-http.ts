import { argument, calleeMethod, type Client, option, optionMethod, type Request } from './client.js';
import { optionHeaders } from './headers.js';

/** Packages, and the name under which they export the plugin. */
const PLUGINS: Readonly<Record<string, string>> = {
  '@capacitor/core': 'CapacitorHttp',
  '@capacitor-community/http': 'Http',
};
const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** Capacitor: `CapacitorHttp.post({ url, headers, data })` and `CapacitorHttp.request({ method, url })`. */
export const capacitorHttp: Client = {
  id: 'capacitor-http',
  marks: { packages: Object.keys(PLUGINS) },
  request(site) {
    const { callee } = site;
    const [plugin, name = '', ...more] = callee.path;
    if (callee.kind !== 'module' || PLUGINS[callee.source] !== plugin || more.length > 0) return undefined;
    if (name !== 'request' && !VERBS.includes(name)) return undefined;
    const options = argument(site, 0);
    return {
      method: name === 'request' ? optionMethod([options]) : calleeMethod(site, name),
      url: option([options], 'url'),
      base: [],
      headerNames: optionHeaders(options),
      payload: { kind: 'option', key: 'data', encoded: false, options, index: 0 },
      body: option([options], 'data'),
      answer: [['data']],
    } satisfies Request;
  },
};
