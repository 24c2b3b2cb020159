exports.token = 'token-of-the-program';
