//! What changes on the page, with its type erased.
//!
//! Leptos builds code anew for every closure in a view. Boxed, all that yield the same type share
//! one copy; without this the page would be twice as large.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;

/// A text, an attribute or a view that follows its signals.
pub fn live<T>(value: impl Fn() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(value))
}

/// A view that is there while a condition holds.
pub fn shown_when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + 'static,
) -> SharedReactiveFunction<Option<AnyView>> {
    // A memo: the view is not built again while the answer stays the same.
    let shown = memo(condition);
    live(move || shown.get().then(&view))
}

/// A value that is computed once for all who read it.
pub fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let value: Box<dyn Fn() -> T + Send + Sync> = Box::new(value);
    Memo::new(move |_| value())
}

/// What happens on an event.
pub fn on<E: 'static>(event: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(event)
}

/// What happens whenever the signals it reads have changed.
pub fn follow(effect: impl Fn() + 'static) {
    let effect: Box<dyn Fn()> = Box::new(effect);
    Effect::new(move |_| effect());
}
