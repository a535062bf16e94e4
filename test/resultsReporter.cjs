// Mocha 11 takes a reporter that is the module itself.
module.exports = require('./resultsReporter.ts').default;
