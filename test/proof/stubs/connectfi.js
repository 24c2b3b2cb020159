exports.CONNECTFI_BASE_URL = process.env.CONNECTFI_BASE_URL;
exports.headers = { 'content-type': 'application/json', 'x-connectfi-token': 'token-of-the-program' };
