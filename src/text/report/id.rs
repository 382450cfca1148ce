use super::ReportTexts;

pub const REPORT: ReportTexts = ReportTexts { title: "Laporan" };
