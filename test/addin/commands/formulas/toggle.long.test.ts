import './toggle.test';
