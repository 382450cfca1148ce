use js_sys::Date;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use crate::assessment::{self, Time};
use crate::text::LocalTime;

/// This moment, to the second.
pub fn now() -> Time {
    let iso = String::from(Date::new_0().to_iso_string());
    // The browser's clock may be set to a year beyond 9999, which ISO writes with a sign.
    Time::parse(&format!("{}Z", iso.get(..19).unwrap_or_default()))
        .or_else(|| Time::parse("1970-01-01T00:00:00Z"))
        .unwrap_or_else(|| unreachable!("a constant moment"))
}

/// The moment on the clock of this computer.
pub fn local_time(time: &Time) -> LocalTime {
    let date = Date::new(&time.as_str().into());
    LocalTime {
        year: u16::try_from(date.get_full_year()).unwrap_or(0),
        month: u8::try_from(date.get_month() + 1).unwrap_or(1),
        day: u8::try_from(date.get_date()).unwrap_or(1),
        hour: u8::try_from(date.get_hours()).unwrap_or(0),
        minute: u8::try_from(date.get_minutes()).unwrap_or(0),
    }
}

/// The day on the clock of this computer.
pub fn today() -> assessment::Date {
    let LocalTime { year, month, day, .. } = local_time(&now());
    // A clock beyond all years: nothing is young then.
    assessment::Date::new(year, month, day)
        .or_else(|| assessment::Date::new(2999, 12, 31))
        .unwrap_or_else(|| unreachable!("a constant day"))
}

/// The year on the clock of this computer.
pub fn this_year() -> u16 {
    local_time(&now()).year
}

/// Milliseconds since the page was opened, to measure how long something takes.
pub fn milliseconds() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// A number from 0 to a limit.
pub fn at_random(limit: f64) -> f64 {
    js_sys::Math::random() * limit
}

/// A new id for a draft: 16 letters and digits, random.
pub fn new_id() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0u8; 16];
    let random = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !random {
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// A call that happens once, later, unless it is dropped before.
pub struct Timer {
    handle: i32,
    _call: Closure<dyn FnMut()>,
}

impl Timer {
    pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) -> Option<Self> {
        let call = Closure::once(call);
        let handle = web_sys::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                call.as_ref().unchecked_ref(),
                milliseconds,
            )
            .ok()?;
        Some(Self { handle, _call: call })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}
