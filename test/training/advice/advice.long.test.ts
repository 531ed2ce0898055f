import './advice.test';
