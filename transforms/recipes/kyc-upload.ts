import { successorText } from '../../src/endpoints/lookup.js';
import { endpointText } from './checks.js';
import { blocked, type Recipe } from './recipe.js';

/** One call becomes three, and its slot has no counterpart: always by hand. */
export const kycUpload: Recipe = {
  endpoint: 'kyc-upload',
  plan({ call }) {
    const { endpoint } = call.match;
    return blocked([
      { id: 'AK310', args: { endpoint: endpointText(endpoint.id), successor: successorText(endpoint) } },
    ]);
  },
};
