import * as akepa from './akepa.js';
import * as legacy from './legacy.js';
import * as live from './live.js';
import type { Model } from './state.js';
import type { Action } from './step.js';
import type { Turn } from './turn.js';

/** The call that a step stands for, now. */
export function turnOf(model: Model, action: Action): Turn {
  switch (action.call) {
    case 'token':
      return live.token(model, action);
    case 'individual':
      return live.individual(model, action);
    case 'business':
      return live.business(model, action);
    case 'decide':
      return live.decide(model, action);
    case 'kyc-init':
      return legacy.kycInit(model, action);
    case 'kyc-status':
      return legacy.kycStatus(model, action);
    case 'kyc-upload':
      return legacy.kycUpload(model, action);
    case 'link':
      return legacy.link(model, action);
    case 'attributes':
      return legacy.attributes(model, action);
    case 'generate':
      return legacy.generate(model);
    case 'upload':
      return legacy.upload(model, action);
    case 'identification':
      return akepa.identification(model, action);
    case 'status':
      return akepa.status(model, action);
    case 'older-status':
      return akepa.olderStatus(model, action);
    case 'akepa-generate':
      return akepa.generate(model, action);
    case 'akepa-upload':
      return akepa.upload(model, action);
    case 'update':
      return akepa.update(model, action);
  }
}
