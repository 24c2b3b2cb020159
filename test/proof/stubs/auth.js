exports.token = 'token-of-the-program';
exports.auth = () => ({ 'x-connectfi-token': 'token-of-the-program' });
