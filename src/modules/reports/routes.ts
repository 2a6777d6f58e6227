import { z } from 'zod';
import { bare, data, page } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { getBankReport } from './cash/get-bank-report.ts';
import { getProfitChart, getSalesChart } from './charts/daily-charts.ts';
import { getExpeditionChart } from './charts/expedition-chart.ts';
import {
  BankReport,
  DetailInput,
  ExpeditionShare,
  OrderBehind,
  ordersBehindHead,
  OrdersBehindInput,
  ProfitPoint,
  Report,
  ReportDetail,
  ReportInput,
  SalesPoint,
} from './schemas.ts';
import { getReportDetail } from './summary/get-detail.ts';
import { getReport } from './summary/get-report.ts';
import { listOrdersBehind } from './summary/list-orders-behind.ts';

export const reportRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/report',
    operation: 'getReport',
    tagged: 'DAY',
    section: 'Report',
    summary: 'Get the report of a period',
    description:
      'Sales, costs and profit of the orders that were accepted in the period, against the period of the same length just before and the same days a year before.',
    permission: 'reports.read',
    input: ReportInput,
    answer: data(Report),
    run: getReport,
  }),
  route({
    method: 'GET',
    path: '/api/open/report/bank',
    operation: 'getBankReport',
    tagged: 'DAY',
    section: 'Report',
    summary: 'Get payments by bank account',
    permission: 'banks.read',
    input: ReportInput,
    answer: data(z.array(BankReport)),
    run: getBankReport,
  }),
  route({
    method: 'GET',
    path: '/api/open/report/chart/sales',
    operation: 'getSalesChart',
    tagged: 'DAY',
    section: 'Report',
    summary: 'Get the sales chart',
    permission: 'reports.read',
    input: ReportInput,
    answer: data(z.array(SalesPoint)),
    run: getSalesChart,
  }),
  route({
    method: 'GET',
    path: '/api/open/report/chart/profit',
    operation: 'getProfitChart',
    tagged: 'DAY',
    section: 'Report',
    summary: 'Get the profit chart',
    permission: 'reports.read',
    input: ReportInput,
    answer: data(z.array(ProfitPoint)),
    run: getProfitChart,
  }),
  route({
    method: 'GET',
    path: '/api/open/report/chart/expedition',
    operation: 'getExpeditionChart',
    tagged: 'DAY',
    section: 'Report',
    summary: 'Get shipping charges by courier',
    permission: 'reports.read',
    input: ReportInput,
    answer: bare(z.object({ total: z.int(), data: z.array(ExpeditionShare) })),
    run: getExpeditionChart,
  }),
  route({
    method: 'GET',
    path: '/api/open/report/:group',
    operation: 'getReportDetail',
    tagged: 'DAY',
    section: 'Report',
    summary: 'Get a figure of the report in detail',
    description: 'By where orders were made and by user; both add up to the figure of the report.',
    permission: 'reports.read',
    input: DetailInput,
    answer: bare(ReportDetail),
    run: getReportDetail,
  }),
  route({
    method: 'GET',
    path: '/api/open/report/:group/orders',
    operation: 'listOrdersOfReport',
    tagged: 'DAY',
    section: 'Report',
    summary: 'List the orders behind a figure of the report',
    description: 'Newest first, each with what it adds to the figure; `total` is the figure.',
    permission: 'reports.read',
    input: OrdersBehindInput,
    answer: page(OrderBehind, ordersBehindHead),
    run: listOrdersBehind,
  }),
];
