import './anyCell.test';
