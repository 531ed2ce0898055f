import './sameRun.test';
