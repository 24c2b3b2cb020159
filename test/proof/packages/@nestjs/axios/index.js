// Nest's HttpService, which makes an observable of each promise of axios.
const axios = require('axios');
const { defer } = require('rxjs');

exports.HttpService = class {
  axiosRef = axios.create();
};
for (const verb of ['get', 'post', 'put', 'patch', 'delete', 'head', 'request'])
  exports.HttpService.prototype[verb] = function (...args) {
    return defer(() => this.axiosRef[verb](...args));
  };
