import './journal.test';
