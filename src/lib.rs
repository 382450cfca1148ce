//! Takar: self-assessment of e-government maturity in Indonesia.
//!
//! The rooms, and what each may use (nothing points back):
//! `json ← instrument ← {config, assessment ← {embed, score ← {plan, comparison, national}, exchange, calendar}} ← text ←
//! {report, platform ← front} ← app`.
//! `docs/architecture.md` draws the picture.

pub mod app;
pub mod assessment;
pub mod calendar;
pub mod comparison;
pub mod config;
pub mod embed;
pub mod exchange;
pub mod fingerprint;
#[cfg(target_arch = "wasm32")]
pub mod front;
pub mod instrument;
pub mod json;
pub mod national;
pub mod plan;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod report;
pub mod score;
pub mod text;
