export { salesOfDays } from './charts/daily-charts.ts';
