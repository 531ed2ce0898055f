import './everyCell.test';
