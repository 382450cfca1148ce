//! A document in a frame of the page, apart from the page's own styles.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, HtmlIFrameElement};

use crate::report::{Report, style};

fn frame(id: &str) -> Option<HtmlIFrameElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Puts a report into the frame of this id, which is there and empty, or shows an earlier one. The reader stays
/// where they are in it.
///
/// A style sheet that is made by script passes a policy that forbids styles within documents; the frame is in
/// the same origin for that, and may not run scripts of its own.
pub fn show_paper(id: &str, report: &Report) {
    let Some(frame) = frame(id) else { return };
    let Some(document) = frame.content_document() else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", report.language.code());
    }
    document.set_title(&report.title);
    if let Some(body) = document.body() {
        body.set_inner_html(&report.body);
    }
    let _ = adopt(&frame, &document, &style(report.language));
}

fn adopt(frame: &HtmlIFrameElement, document: &Document, css: &str) -> Result<(), JsValue> {
    let window = frame.content_window().ok_or(JsValue::NULL)?;
    // The sheet must be one of the frame's own document.
    let make: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&make, &Array::new())?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &css.into())?;
    Reflect::set(document, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
    Ok(())
}

/// Opens the browser's print window for what the frame shows. False where it could not.
pub fn print_paper(id: &str) -> bool {
    frame(id).and_then(|frame| frame.content_window()).is_some_and(|window| window.print().is_ok())
}
