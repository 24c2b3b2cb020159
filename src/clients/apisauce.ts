import { argument, calleeMethod, type Client, optionBase, type Request } from './client.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const ROOT = { packages: ['apisauce'] };
const WITHOUT_BODY = ['get', 'delete', 'head'];
const WITH_BODY = ['post', 'put', 'patch'];

/** apisauce: `api.post(url, data, config)` of `create({ baseURL })`, common in React Native. */
export const apisauce: Client = {
  id: 'apisauce',
  marks: ROOT,
  request(site) {
    const instance = instanceOf(site.callee, ROOT, ['create']);
    const [name, ...more] = instance?.path ?? [];
    if (!instance || instance.made.length === 0 || name === undefined || more.length > 0) return undefined;
    const hasBody = WITH_BODY.includes(name);
    if (!hasBody && !WITHOUT_BODY.includes(name)) return undefined;
    return {
      method: calleeMethod(site, name),
      url: argument(site, 0),
      base: optionBase(instance.defaults, 'baseURL'),
      headerNames: optionHeaders(argument(site, 2), ...instance.defaults),
      payload: hasBody
        ? { kind: 'argument', index: 1 }
        : { kind: 'stream', why: 'its second argument is the query' },
      body: hasBody ? argument(site, 1) : undefined,
      answer: [['data']],
    } satisfies Request;
  },
};
