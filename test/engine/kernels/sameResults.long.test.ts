import './sameResults.test';
