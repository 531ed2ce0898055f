import './starters.test';
