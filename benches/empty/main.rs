//! One heading, one button, one signal.
use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    let count = RwSignal::new(0);
    mount_to_body(move || {
        view! {
            <h1>"Halaman kosong"</h1>
            <button on:click=move |_| count.update(|n| *n += 1)>{move || count.get()}</button>
        }
    });
}
