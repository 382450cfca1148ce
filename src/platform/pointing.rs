//! Pointing at parts of the page, and what measures that takes.

use wasm_bindgen::JsCast as _;
use web_sys::{DomRect, Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What a style sheet shows as pointed at.
const MARK: &str = "data-pointed";

fn first(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok()?
}

/// The first of several selectors, with commas between them, whose element can be seen.
fn seen(selectors: &str) -> Option<Element> {
    let all = selectors.split(", ").filter_map(first);
    all.into_iter().find(|element| element.get_bounding_client_rect().width() > 0.0)
}

fn area(rect: &DomRect) -> [f64; 4] {
    [rect.left(), rect.top(), rect.right(), rect.bottom()]
}

/// Where the first that can be seen of several selectors stands in the window: left, top, right, bottom.
pub fn area_of(selector: &str) -> Option<[f64; 4]> {
    seen(selector).map(|element| area(&element.get_bounding_client_rect()))
}

/// Width and height of the window.
pub fn window_size() -> [f64; 2] {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|d| d.document_element());
    root.map_or([0.0; 2], |root| [f64::from(root.client_width()), f64::from(root.client_height())])
}

/// Marks the elements that fit, and takes the mark from all others.
pub fn point_at(selectors: &[&str]) {
    let chosen: Vec<_> = selectors.iter().filter_map(|selector| seen(selector)).collect();
    while let Some(marked) = first(&format!("[{MARK}]")) {
        let _ = marked.remove_attribute(MARK);
    }
    for element in chosen {
        let _ = element.set_attribute(MARK, "");
    }
}

/// Scrolls so far that an area of the window lies in its upper third.
pub fn scroll_to(area: [f64; 4]) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, area[1] - window_size()[1] / 3.0);
    }
}

/// Scrolls no more than it takes to see an element; the pages around a frame too.
pub fn reveal(selectors: &str) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    if let Some(element) = seen(selectors) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the focus is within an element.
pub fn has_focus(selector: &str) -> bool {
    let active = web_sys::window().and_then(|w| w.document()).and_then(|document| document.active_element());
    active.is_some_and(|active| active.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether a dialog waits for an answer.
pub fn has_dialog() -> bool {
    first("dialog[open]").is_some()
}

/// Opens the browser's dialog for printing once the pictures of the page are there, or cannot come.
pub async fn print_with_pictures() {
    while let Some(picture) = first("img[loading]") {
        // Without it, a picture is fetched at once.
        let _ = picture.remove_attribute("loading");
        if let Ok(image) = picture.dyn_into::<web_sys::HtmlImageElement>() {
            let _ = wasm_bindgen_futures::JsFuture::from(image.decode()).await;
        }
    }
    super::print();
}

/// Moves the focus to an element and shows it from its top.
pub fn show(selector: &str) {
    if let Some(element) = first(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}
