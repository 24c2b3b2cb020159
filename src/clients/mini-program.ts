import type { Term } from '../syntax/module.js';
import {
  argument,
  type Client,
  option,
  optionMethod,
  type Payload,
  type Request,
  WHOLE_ANSWER,
} from './client.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

/** The platforms of mini programs, and the frameworks over them. */
const ROOT = {
  packages: ['@tarojs/taro', '@dcloudio/uni-app', '@mpxjs/core'],
  names: ['Taro', 'uni'],
  globals: ['wx', 'uni', 'my', 'tt', 'swan', 'dd', 'qq', 'ks', 'Taro'],
};
const CALLBACK: Payload = { kind: 'stream', why: 'a callback reads the answer' };

/** Mini programs: `wx.request({ url, method, data, success })`, the same of `uni`, `my` and others, and Taro's. */
export const miniProgram: Client = {
  id: 'mini-program',
  marks: ROOT,
  request(site) {
    const path = instanceOf(site.callee, ROOT)?.path.join('.');
    if (path !== 'request' && path !== 'httpRequest') return undefined;
    const options = argument(site, 0);
    return options && requestOf(options);
  },
};

function requestOf(options: Term): Request {
  const hasCallback = ['success', 'complete', 'fail'].some((name) => option([options], name));
  return {
    method: optionMethod([options]),
    url: option([options], 'url'),
    base: [],
    headerNames: optionHeaders(options),
    payload: hasCallback ? CALLBACK : { kind: 'option', key: 'data', encoded: false, options, index: 0 },
    body: option([options], 'data'),
    answer: WHOLE_ANSWER,
  };
}
